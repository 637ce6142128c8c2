#> {http://www.w3.org/2005/Atom}feed {None: 'http://www.w3.org/2005/Atom', 'm': 'urn:media'}
#> ['Zürich', 'Genève', '日本']
#> 42.0 3.0
#> ['2']
#> ['1', '2']
#> ['1', '2', '3'] News
#> /*/*[3]/m:size 5
#> <feed xmlns="http://www.w3.org/2005/Atom" xmlns:m="urn:media">
#>   <title>News</title>
#>   <entry id="2"><title>Genève</title><m:size unit="kB">30</m:size></entry>
#>   <entry id="3"><title>日本</title></entry>
#> <entry id="4"><m:size>a &lt; b &amp; "c"</m:size></entry></feed>
#>
#> b'<title xmlns="http://www.w3.org/2005/Atom" xmlns:m="urn:media">News</title>\n  '
#> b'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:m="urn:media'
#> Opening and ending tag mismatch: b line 1 and a, line 1, column 11 (<string>, line 1) 1 (1, 11)
#> XPathEvalError Invalid expression
from lxml import etree

FEED = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:m="urn:media">
  <title>News</title>
  <entry id="1"><title>Zürich</title><m:size unit="kB">12</m:size></entry>
  <entry id="2"><title>Genève</title><m:size unit="kB">30</m:size></entry>
  <entry id="3"><title>日本</title></entry>
</feed>"""
names = {'a': 'http://www.w3.org/2005/Atom', 'm': 'urn:media'}
feed = etree.fromstring(FEED.encode())
print(feed.tag, feed.nsmap)
print(feed.xpath('//a:entry/a:title/text()', namespaces=names))
print(feed.xpath('sum(//m:size)', namespaces=names), feed.xpath('count(//a:entry)', namespaces=names))
print(feed.xpath('//a:entry[m:size > $least]/@id', namespaces=names, least=20))
print(feed.xpath("//a:entry[re:test(a:title, '^[ZG]')]/@id", namespaces={**names, 're': 'http://exslt.org/regular-expressions'}))
print([e.get('id') for e in feed.iterfind('a:entry', names)], feed.findtext('a:title', namespaces=names))
print(feed.getroottree().getpath(feed[2][1]), feed[2].sourceline)
entry = etree.SubElement(feed, '{http://www.w3.org/2005/Atom}entry', id='4')
etree.SubElement(entry, '{urn:media}size').text = 'a < b & "c"'
feed.remove(feed[1])
print(etree.tostring(feed, pretty_print=True, encoding='unicode'))
print(etree.tostring(feed[0], encoding='ascii'))
print(etree.tostring(feed, method='c14n')[:60])
try:
    etree.fromstring('<a><b></a>')
except etree.XMLSyntaxError as error:
    print(error, error.lineno, error.position)
try:
    feed.xpath('//a:entry[')
except etree.XPathError as error:
    print(type(error).__name__, error)
