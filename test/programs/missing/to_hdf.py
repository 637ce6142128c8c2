#: error "execution_error ImportError: `Import pytables` failed.  Use pip or conda to install the pytables package. The sandbox has no module 'tables', and nothing can be installed in it. HDF5 cannot be read or written here; CSV, pickle and numpy.savez can."
import pandas as pd
pd.DataFrame({'a': [1]}).to_hdf('a.h5', key='a')
