#: error "execution_error ImportError: lxml not found, please install or use the etree parser. The sandbox has no module 'lxml', and nothing can be installed in it. Give it parser='etree'."
import io
import pandas as pd
pd.read_xml(io.StringIO('<a><b><c>1</c></b></a>'))
