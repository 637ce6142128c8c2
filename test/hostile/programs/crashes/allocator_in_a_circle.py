# Damages the allocator's free lists a little, so that it walks in circles when the kernel asks for memory.
# expect: any
# stdout contains: before
# timeout_ms: 3000
import ctypes
import mmap

print('before')
blocks = [ctypes.create_string_buffer(5_000) for _ in range(200)]
addresses = [ctypes.addressof(block) for block in blocks]
del blocks[::2]
for address in addresses[::2]:
    words = (ctypes.c_uint32 * 2).from_address(address)
    words[0] = words[1] = address - 8
with open('file', 'wb') as file:
    file.write(bytes(100_000))
with open('file', 'r+b') as file:
    kept = [mmap.mmap(file.fileno(), 0) for _ in range(20)]
kept = [bytes(5_000 + n) for n in range(1_000)]
