#> 3
#: stderr "Nothing can be installed in this sandbox: it has no network. Already there: numpy 2.4.6, pandas 3.0.2.\n"
!pip install -q numpy pandas==2.1.0
import pandas as pd
print(pd.Series([1, 2]).sum())
