# Puts a slow function into the C library's table of signal handlers, which the kernel calls: it must not run on time
# of its own.
# expect: any
# stdout contains: before
# timeout_ms: 3000
import ctypes
import signal

import numpy as np


def word(address):
    return ctypes.c_uint32.from_address(address)


def handler(number, frame):
    pass


def memory():
    return np.frombuffer((ctypes.c_char * (24 << 20)).from_address(65_536), dtype='<u4').copy()


first = memory()
signal.signal(10, handler)
second = memory()
signal.signal(12, handler)
third = memory()
changed = [np.nonzero((a != b) & (b > 0) & (b < 60_000))[0] for a, b in ((first, second), (second, third))]
places = ((int(i), int(j)) for i in changed[0] for j in changed[1] if second[i] == third[j])
table = next(i * 4 + 65_536 for i, j in places if (j - i) * 4 == 280)
print('before')
del first, second, third
big = bytearray(230_000_000)
word(table).value = word(id(bytes) + 60).value  # `bytes.__hash__`
word(10 + 8).value = 200_000_000  # The size of what lies at 10, taken for bytes.
while True:
    word(10 + 12).value = 0xFFFFFFFF  # It was not hashed yet.
    signal.raise_signal(10)
