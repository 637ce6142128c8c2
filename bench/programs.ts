const chart = `
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
`

/** What every contestant runs. Each runs alone in something new: a sandbox, or a process. */
export const programs = {
  print: 'print(1)',
  imports: 'import numpy, pandas, matplotlib.pyplot',
  chart,
  /** For the image for science. */
  regression: `
import numpy as np
from sklearn.linear_model import LinearRegression

x = np.arange(100.0).reshape(-1, 1)
y = 3 * x[:, 0] + np.sin(x[:, 0])
print(LinearRegression().fit(x, y).score(x, y))
`,
  /** The same chart eight times in one sandbox; prints how many milliseconds each took, picture and data included. */
  warmCharts: `
import time

for _ in range(8):
    began = time.perf_counter()
    exec(${JSON.stringify(chart)})
    print((time.perf_counter() - began) * 1000)
`,
} as const
