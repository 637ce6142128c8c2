# Characters that UTF-8 cannot carry.
# expect: ok
# stdout contains: \ud83d
# timeout_ms: 5000
print('\ud83d', '\udcff', chr(0xDFFF))
'\ud83d'
