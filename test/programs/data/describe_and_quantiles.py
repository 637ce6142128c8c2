#> {'count': 5.0, 'mean': 22.0, 'std': 43.618, 'min': 1.0, '25%': 2.0, '50%': 3.0, '75%': 4.0, 'max': 100.0}
#> [100]
import pandas as pd
s = pd.Series([1, 2, 3, 4, 100])
print(s.describe().round(3).to_dict())
q1, q3 = s.quantile([0.25, 0.75])
print(s[(s < q1 - 1.5 * (q3 - q1)) | (s > q3 + 1.5 * (q3 - q1))].tolist())
