#> cake
#> <a><b>1</b><b>2</b></a>
import xmltodict
doc = xmltodict.parse('<shop><item id="1">tea</item><item id="2">cake</item></shop>')
print(doc['shop']['item'][1]['#text'])
print(xmltodict.unparse({'a': {'b': ['1', '2']}}, full_document=False))
