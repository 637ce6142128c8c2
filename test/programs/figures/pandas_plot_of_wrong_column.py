#: error "execution_error KeyError: 'b'"
import pandas as pd
pd.DataFrame({'a': [1]}).plot(x='b')
