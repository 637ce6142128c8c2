# Open declarations without end, each looked for to the end of the text.
# expect: timeout or ok
# timeout_ms: 1000
# stdout contains: before
from html.parser import HTMLParser

print('before')
parser = HTMLParser()
for _ in range(20_000):
    parser.feed('<![if ' * 5)
