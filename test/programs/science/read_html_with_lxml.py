#>      city  people
#> 0    Oslo    1200
#> 1  Zürich     900 2100
#> True
#> Oslo 1,200 Zürich 900 <?xml version="1.0" encoding="utf-8"?>
#> <a b="c"><d/></a>

import io

import pandas as pd
from bs4 import BeautifulSoup
import lxml

PAGE = '<table id=a><thead><tr><th>city<th>people<tbody><tr><td>Oslo<td>1,200<tr><td>Zürich<td>900</table><table><tr><td>x</table>'
[frame] = pd.read_html(io.StringIO(PAGE), attrs={'id': 'a'})
print(frame, frame.people.sum())
[same] = pd.read_html(io.StringIO(PAGE), match='Oslo', flavor='lxml')
print(same.equals(frame))
soup = BeautifulSoup(PAGE, 'lxml')
print(soup.find(id='a').tbody.get_text(' '), BeautifulSoup('<a b="c"><d/></a>', 'xml'))
