#: attached {"sales.csv": "a\n1\n"}
#: error "execution_error FileNotFoundError: [Errno 44] No such file or directory: '/content/sales.csv'. There is '/mnt/data/sales.csv'."
import pandas as pd
pd.read_csv('/content/sales.csv')
