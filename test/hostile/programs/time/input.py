# Asks the user, who is not there.
# expect: error EOFError
# stdout contains: your name
# timeout_ms: 5000
input('your name? ')
