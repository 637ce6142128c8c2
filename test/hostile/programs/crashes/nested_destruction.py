# Dropping objects that hold each other, of every kind that is freed by recursion.
# expect: any
# stdout contains: before
# timeout_ms: 10000
import xml.etree.ElementTree as ElementTree
from functools import partial
from itertools import chain


class Link:
    __slots__ = ('next',)


print('before')
link = None
for _ in range(500_000):
    new = Link()
    new.next = link
    link = new
del link, new
method = [].append
for _ in range(300_000):
    method = [partial, method].append
del method
element = root = ElementTree.Element('x')
for _ in range(300_000):
    element = ElementTree.SubElement(element, 'x')
del element, root
joined = iter(())
for _ in range(300_000):
    joined = chain(joined)
del joined
