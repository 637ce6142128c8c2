# Calls table slots by way of `tp_hash` until one of them traps: exits, aborts and system calls are among them.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import ctypes


class Victim:
    def __hash__(self):
        return 1


print('before')
tp_hash = 4 * 16
slot = ctypes.c_uint32.from_address(id(Victim) + tp_hash)
known = slot.value
for number in range(known - 200, known + 200):
    slot.value = number
    try:
        hash(Victim())
    except BaseException as error:
        print(number, type(error))
