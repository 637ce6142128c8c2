# Elements in elements, built and written by C.
# expect: any
# stdout contains: before
# timeout_ms: 10000
import copy
import xml.etree.ElementTree as ElementTree

print('before')
root = ElementTree.fromstring('<x>' * 100_000 + '</x>' * 100_000)
copy.deepcopy(root)
