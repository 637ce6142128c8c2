#: values [{"text": "np.float64(0.5)"}]
import pandas as pd
a, b = pd.Series([1, 2, 3]), pd.Series([1, 3, 2])
a.corr(b, method='spearman')
