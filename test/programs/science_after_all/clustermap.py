#: error "execution_error RuntimeError: clustermap requires scipy to be available. The sandbox has no module 'scipy', and nothing can be installed in it. seaborn.heatmap draws a table in its own order."
import pandas as pd
import seaborn as sns
sns.clustermap(pd.DataFrame({'a': [1, 2], 'b': [2, 3]}))
