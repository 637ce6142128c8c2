#: error "execution_error OSError: Cannot save file into a non-existent directory: '/app'. Files are read from and written to /mnt/data in this sandbox; there are: none."
import pandas as pd
pd.DataFrame({'a': [1]}).to_csv('/app/out.csv')
