#: error "execution_error ImportError: `Import zstandard` failed.  Use pip or conda to install the zstandard package. The sandbox has no module 'zstandard', and nothing can be installed in it. In its place: compression.zstd.open(path, 'rt') gives pandas a file to read."
import pandas as pd
pd.DataFrame({'a': [1]}).to_csv('a.csv.zst')
