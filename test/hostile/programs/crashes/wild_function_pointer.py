# A type's slot points at a function of the table that was not made for it.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import ctypes
import os


class Victim:
    def __repr__(self):
        return ''


print('before')
address = id(Victim)
for offset in range(0, 200, 4):
    ctypes.c_uint32.from_address(address + offset).value = 1 + int.from_bytes(os.urandom(2)) % 9_000
repr(Victim())
