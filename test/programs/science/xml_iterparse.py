#> 20000 479955
#> (40001, 36904)
#> [('start', 'a'), ('start', 'b'), ('end', 'b')]
#: files ["log.xml"]
from lxml import etree

with open('log.xml', 'wb') as file, etree.xmlfile(file, encoding='utf-8') as out:
    with out.element('log'):
        for number in range(20_000):
            item = etree.Element('item', id=str(number), kind='even' if number % 2 == 0 else 'odd')
            etree.SubElement(item, 'value').text = str(number * number % 97)
            out.write(item)

total = seen = 0
for _, item in etree.iterparse('log.xml', tag='item'):
    if item.get('kind') == 'odd':
        total += int(item.findtext('value'))
    seen += 1
    item.clear(keep_tail=True)
    while item.getprevious() is not None:
        del item.getparent()[0]
print(seen, total)


class Counter:
    def __init__(self):
        self.starts = self.letters = 0

    def start(self, tag, attributes):
        self.starts += 1

    def data(self, text):
        self.letters += len(text)

    def close(self):
        return self.starts, self.letters


parser = etree.XMLParser(target=Counter())
with open('log.xml', 'rb') as file:
    while chunk := file.read(65_536):
        parser.feed(chunk)
print(parser.close())
pull = etree.XMLPullParser(events=('start', 'end'))
pull.feed('<a><b>1</b>')
print([(event, element.tag) for event, element in pull.read_events()])
