#>   name  n
#> 0    a  1
#> 1    b  2 3
#> (2, 2)
import io
import pandas as pd
page = '<h1>x</h1><table><tr><th>name<th>n</tr><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>'
tables = pd.read_html(io.StringIO(page))
print(tables[0], tables[0]['n'].sum())
print(pd.read_html(io.StringIO(page), flavor='bs4', match='name')[0].shape)
