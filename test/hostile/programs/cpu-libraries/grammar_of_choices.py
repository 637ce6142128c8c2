# A pyparsing grammar that tries everything at every place.
# expect: timeout
# stdout contains: before
import pyparsing

pyparsing.ParserElement.disable_memoization()
grammar = pyparsing.Forward()
grammar <<= (
    ('(' + grammar + ')' + 'x')
    | ('(' + grammar + ')' + 'y')
    | ('(' + grammar + ')')
    | pyparsing.Word('ab')
)
print('before')
grammar.parse_string('(' * 30 + 'a' + ')' * 30)
