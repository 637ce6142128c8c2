#> [1]
import io
import pandas as pd
print(pd.read_xml(io.StringIO('<a><b><c>1</c></b></a>')).c.tolist())
