# Billion laughs: expat stops it by the ratio of what comes out to what went in.
# expect: error ParseError or timeout
# timeout_ms: 3000
# stdout contains: before
import xml.etree.ElementTree as ElementTree

entities = ['<!ENTITY a0 "laugh">']
entities += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)]
print('before')
ElementTree.fromstring(f'<!DOCTYPE x [{"".join(entities)}]><x>&a11;</x>')
