#> b"<?xml version='1.0' encoding='iso-8859-2'?>\n<a>&#20013;\xf5 \xe9&#1078;b</a>"
#> b"<?xml version='1.0' encoding='iso-8859-1'?>\n<a>&#20013;&#337; \xe9&#1078;b</a>"
#> b"<?xml version='1.0' encoding='windows-1252'?>\n<a>&#20013;&#337; \xe9&#1078;b</a>"
#> b"<?xml version='1.0' encoding='koi8-r'?>\n<a>&#20013;&#337; &#233;\xd6b</a>"
#> b"\xff\xfe<\x00?\x00x\x00m\x00l\x00 \x00v\x00e\x00r\x00s\x00i\x00o\x00n\x00=\x00'\x001\x00.\x000\x00'\x00 \x00e\x00n\x00c\x00o\x00d\x00i\x00n\x00g\x00=\x00'\x00u\x00t\x00f\x00-\x001\x006\x00'\x00?\x00>\x00\n\x00<\x00a\x00>\x00-NQ\x01 \x00\xe9\x006\x04b\x00<\x00/\x00a\x00>\x00"
#> b'<a>&#20013;&#337; &#233;&#1078;b</a>'
#> True
#> True
#> True
#> True
#> True
#> 漢字 漢字
#> 漢字 漢字
#> 漢字 漢字
#> 漢字 漢字
#> 漢字 漢字
#> 漢字
#> 200000
from lxml import etree, html

tree = etree.XML('<a>中ő é&#1078;b</a>')
for name in ('iso-8859-2', 'iso-8859-1', 'windows-1252', 'koi8-r', 'utf-16', 'ascii'):
    print(etree.tostring(tree, encoding=name))
for name in ('gbk', 'gb18030', 'big5', 'euc-kr', 'shift_jis'):
    print(etree.fromstring(etree.tostring(tree, encoding=name)).text == tree.text)
text = '漢字'
for name in ('gbk', 'big5', 'euc-kr', 'shift_jis', 'iso-2022-jp'):
    declared = f'<?xml version="1.0" encoding="{name}"?><a>{text}</a>'.encode(name)
    parser = etree.XMLParser(encoding=name)
    print(etree.fromstring(declared).text, etree.fromstring(f'<a>{text}</a>'.encode(name), parser).text)
page = '<html><head><meta charset="gbk"></head><body><p>漢字</p></body></html>'.encode('gbk')
print(html.fromstring(page).text_content())
long = etree.XML('<a>' + 'abő中' * 50_000 + '</a>')
print(len(etree.fromstring(etree.tostring(long, encoding='iso-8859-2')).text))
