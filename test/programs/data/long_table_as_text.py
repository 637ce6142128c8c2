#> 725144 5000          0      1      2      3      4      True
import numpy as np, pandas as pd
df = pd.DataFrame(np.random.default_rng(0).random((5000, 20)).round(3))
df.iloc[3, 4] = np.nan
text = df.to_string()
print(len(text), text.count('\n'), text[:43], 'NaN' in text)
