#: error "execution_error ImportError: `Import odfpy` failed.  Use pip or conda to install the odfpy package. The sandbox has no module 'odf', and nothing can be installed in it. OpenDocument files cannot be read or written here; .xlsx and CSV can."
import pandas as pd
pd.read_excel('a.ods', engine='odf')
