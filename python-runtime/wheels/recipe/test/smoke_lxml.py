import io

from lxml import etree, html, objectify

FEED = '<f xmlns:d="urn:d"><d:i n="2">b</d:i><d:i n="1">a ü</d:i></f>'
tree = etree.fromstring(FEED)
assert tree.xpath('//d:i[@n < 2]/text()', namespaces={'d': 'urn:d'}) == ['a ü']
assert [e.text for _, e in etree.iterparse(io.BytesIO(FEED.encode()), tag='{urn:d}i')] == [
    'b',
    'a ü',
]

SHEET = """<x:stylesheet xmlns:x="http://www.w3.org/1999/XSL/Transform" version="1.0">
<x:template match="/"><o><x:for-each select="f/*"><x:sort select="@n"/><x:value-of select="."/>,</x:for-each></o>
</x:template></x:stylesheet>"""
assert str(etree.XSLT(etree.fromstring(SHEET))(tree)).endswith('<o>a ü,b,</o>\n')

assert html.fromstring('<p>a<p>b<br>c').text_content() == 'abc'
assert objectify.fromstring('<a><b>1</b></a>').b + 1 == 2
assert etree.fromstring('<a>中</a>'.encode('gbk'), etree.XMLParser(encoding='gbk')).text == '中'
schema = etree.RelaxNG(
    etree.fromstring(
        '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>'
    )
)
assert schema.validate(etree.fromstring('<a/>')) and not schema.validate(etree.fromstring('<b/>'))

for address in ('http://example.org/a.xml', 'ftp://example.org/a.xml'):
    try:
        etree.parse(address)
        raise SystemExit('no exception')
    except OSError:
        pass
BOMB = (
    '<!DOCTYPE a [<!ENTITY b "'
    + 'x' * 1000
    + '">'
    + ''.join(f'<!ENTITY {n} "{f"&{p};" * 20}">' for p, n in zip('bcdef', 'cdefg', strict=True))
    + ']><a>&g;</a>'
)
try:
    etree.fromstring(BOMB)
    raise SystemExit('no exception')
except etree.XMLSyntaxError:
    pass
print(
    'lxml',
    etree.LXML_VERSION,
    etree.LIBXML_VERSION,
    etree.LIBXSLT_VERSION,
    sorted(etree.LIBXML_FEATURES),
)
