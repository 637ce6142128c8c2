#> Prices & more
#> ['First', 'Second bold'] p
#> ['https://example.org/a', 'https://example.org/shop/b.html', 'https://example.org/go']
#> GET [('q', 'x'), ('s', '2')]
#> [['city', 'price'], ['Oslo', '1,200'], ['Zürich', '900']]
#> <ul><li><a href="https://example.org/a">A</a></li><li><a href="https://example.org/shop/b.html">B</a></li></ul>
#>
#> ['b', 'i']
#> über
#> <div class="c"><p>one</p>two</div>
#> <p>The <ins>new</ins> <del>old</del> text</p>
from lxml import html
from lxml.html import builder as E
from lxml.html.diff import htmldiff

PAGE = """<!DOCTYPE html><html><head><title>Prices &amp; more</title></head><body>
<p class=lead>First<p>Second <b>bold</p>
<ul><li><a href="/a">A</a><li><a href="b.html">B</a></ul>
<form action="/go"><input name=q value=x><select name=s><option>1<option selected>2</select></form>
<table id=t><tr><th>city<th>price</tr><tr><td>Oslo<td>1,200</tr><tr><td>Zürich<td>900</table>
<script>if (1 < 2) {}</script></body></html>"""
page = html.fromstring(PAGE)
print(page.findtext('.//title'))
print([p.text_content() for p in page.iter('p')], page.find_class('lead')[0].tag)
page.make_links_absolute('https://example.org/shop/')
print([link for _, _, link, _ in page.iterlinks()])
[form] = page.forms
print(form.method, form.form_values())
rows = page.get_element_by_id('t').xpath('.//tr')
print([[cell.text_content().strip() for cell in row] for row in rows])
print(html.tostring(page.xpath('//ul')[0], encoding='unicode'))
print([part.tag for part in html.fragments_fromstring('<b>x</b> tail <i>y</i>')])
print(html.document_fromstring('über'.encode('latin-1'), parser=html.HTMLParser(encoding='iso-8859-1')).text_content())
print(html.tostring(E.DIV(E.CLASS('c'), E.P('one'), 'two')).decode())
print(htmldiff('<p>The old text</p>', '<p>The new text</p>'))
