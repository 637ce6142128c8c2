# One token that grows by a byte at a time: a parser that starts anew at each byte is quadratic.
# expect: timeout
# stdout contains: before
from xml.parsers import expat

parser = expat.ParserCreate()
parser.SetReparseDeferralEnabled(False)
print('before')
parser.Parse(b'<!--')
while True:
    parser.Parse(b'x' * 100)
