#: error "execution_error ImportError: `Import pyarrow` failed.  Use pip or conda to install the pyarrow package. The sandbox has no module 'pyarrow', and nothing can be installed in it. Parquet, Feather and ORC cannot be read or written here; CSV, .xlsx, JSON, SQLite can."
import pandas as pd
pd.DataFrame({'a': [1]}).to_feather('a.feather')
