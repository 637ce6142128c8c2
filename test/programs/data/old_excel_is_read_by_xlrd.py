#> 2.0.2
#: error "execution_error XLRDError: Unsupported format, or corrupt file: Expected BOF record; found b'not a wo'"
#: files ["no.xls"]
import xlrd
print(xlrd.__version__)
import pandas as pd
open('no.xls', 'wb').write(b'not a workbook')
pd.read_excel('no.xls', engine='xlrd')
