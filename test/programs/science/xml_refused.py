#> OSError
#> OSError
#> OSError
#> OSError
#> OSError
#> OSError
#> XMLSyntaxError True
#> XMLSyntaxError
#> XMLSyntaxError Entity 's' not defined, line 1, column 53 (<string>, line 1)
#: files ["secret.txt"]
from lxml import etree, html

for address in ('http://example.org/a.xml', 'ftp://example.org/a.xml', 'https://example.org/'):
    for parse in (etree.parse, html.parse):
        try:
            parse(address)
            print('parsed')
        except OSError as error:
            print(type(error).__name__)
BOMB = '<!DOCTYPE a [<!ENTITY b0 "' + 'x' * 1_000 + '">'
BOMB += ''.join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 20}">' for n in range(1, 8))
BOMB += ']><a>&b7;</a>'
try:
    etree.fromstring(BOMB)
    print('parsed')
except etree.XMLSyntaxError as error:
    print('XMLSyntaxError', 'amplification' in str(error) or 'entity' in str(error).lower())
DEEP = '<a>' * 100_000 + '</a>' * 100_000
try:
    etree.fromstring(DEEP)
    print('parsed')
except etree.XMLSyntaxError as error:
    print('XMLSyntaxError')
with open('secret.txt', 'w') as file:
    file.write('hidden')
LOCAL = '<!DOCTYPE a [<!ENTITY s SYSTEM "secret.txt">]><a>&s;</a>'
try:
    print(etree.tostring(etree.fromstring(LOCAL)))
except etree.XMLSyntaxError as error:
    print('XMLSyntaxError', error)
