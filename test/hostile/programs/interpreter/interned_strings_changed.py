# Writes into interned strings that the whole interpreter shares.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import ctypes

print('before')
for text in ('print', '__name__', 'append', 'finished', 'type'):
    length = len(text)
    header = text.__sizeof__() - length - 1
    (ctypes.c_char * length).from_address(id(text) + header)[:] = b'evil_name'[:length].ljust(
        length, b'_'
    )
print('after')
