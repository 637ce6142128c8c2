/** What every contestant runs. Each runs alone in something new: a sandbox, or a process. */
export const programs = {
  print: 'print(1)',
  imports: 'import numpy, pandas, matplotlib.pyplot',
  chart: `
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt

x = np.linspace(0, 10, 200)
frame = pd.DataFrame({'sin': np.sin(x), 'cos': np.cos(x)}, index=x)
plt.plot(frame.index, frame['sin'], label='sin')
plt.plot(frame.index, frame['cos'], label='cos')
plt.title('Waves')
plt.xlabel('x')
plt.legend()
plt.show()
`,
} as const
