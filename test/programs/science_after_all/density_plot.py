#: error "execution_error ModuleNotFoundError: No module named 'scipy'. The sandbox has no module 'scipy', and nothing can be installed in it. seaborn.kdeplot(values) draws a density without SciPy."
import pandas as pd
pd.Series([1, 2, 4]).plot(kind='kde')
