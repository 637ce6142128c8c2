# One long entity, used thousands of times: no nesting that could be counted.
# expect: error SAXParseException or timeout
# timeout_ms: 3000
# stdout contains: before
from xml.sax import ContentHandler, parseString

print('before')
entity = 'A' * 1_000_000
document = f'<!DOCTYPE x [<!ENTITY a "{entity}">]><x>{"&a;" * 10_000}</x>'
parseString(document.encode(), ContentHandler())
