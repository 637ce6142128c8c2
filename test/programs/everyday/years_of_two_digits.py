#> 2021-06-05 00:00:00 2020
#> 2021-12-20 00:00:00
#> [Timestamp('2024-12-31 10:00:00'), Timestamp('2025-02-01 11:30:00')]
import pandas as pd
from dateutil import parser

print(parser.parse('5 June 21'), parser.parse('200511', yearfirst=True).year)
print(pd.to_datetime('20/12/21', dayfirst=True))
print(pd.to_datetime(['31/12/24 10:00', '01/02/25 11:30'], dayfirst=True, format='mixed').tolist())
