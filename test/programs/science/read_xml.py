#>    id  city  people       since
#> 0   1  Oslo     0.7  1048-01-01
#> 1   2  Rome     2.8         NaN
#> 2   3    日本     NaN  1999-12-31
#> id          int64
#> city          str
#> people    float64
#> since         str
#> dtype: object
#>    city  people  since
#> 0  Rome     2.8    NaN
#>     n
#> 0  10
#> 1  20
#> 2  30
#> <?xml version='1.0' encoding='utf-8'?>
#> <data>
#>   <place id="1">
#>     <city>Oslo</city>
#>   </place>
#>   <place id="2">
#>     <city>Rome</city>
#>   </place>
#>   <place id="3">
#>     <city>日本</city>
#>   </place>
#> </data>
#> True

import io

import pandas as pd

TEXT = """<?xml version="1.0"?>
<data xmlns="urn:d">
  <row id="1"><city>Oslo</city><people>0.7</people><since>1048-01-01</since></row>
  <row id="2"><city>Rome</city><people>2.8</people><since/></row>
  <row id="3"><city>日本</city><people/><since>1999-12-31</since></row>
</data>"""
frame = pd.read_xml(io.StringIO(TEXT), xpath='//d:row', namespaces={'d': 'urn:d'})
print(frame)
print(frame.dtypes)
print(pd.read_xml(io.StringIO(TEXT), xpath='//d:row[d:people > 1]', namespaces={'d': 'urn:d'}, elems_only=True))
SHEET = """<x:stylesheet version="1.0" xmlns:x="http://www.w3.org/1999/XSL/Transform" xmlns:d="urn:d">
<x:template match="/"><t><x:for-each select="//d:row"><r><n><x:value-of select="@id * 10"/></n></r></x:for-each></t></x:template>
</x:stylesheet>"""
print(pd.read_xml(io.StringIO(TEXT), stylesheet=io.StringIO(SHEET)))
print(frame.to_xml(index=False, attr_cols=['id'], elem_cols=['city'], row_name='place'))
print(pd.read_xml(io.BytesIO(frame.to_xml().encode())).equals(pd.read_xml(io.BytesIO(frame.to_xml().encode()), parser='etree')))
