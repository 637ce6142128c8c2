#: pictures 1
import pandas as pd
import seaborn as sns
_ = sns.clustermap(pd.DataFrame({'a': [1, 2], 'b': [2, 3]}))
