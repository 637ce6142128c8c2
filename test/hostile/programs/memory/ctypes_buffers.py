# Buffers that belong to ctypes and are kept alive by a cycle.
# expect: memory
# stdout contains: before
# timeout_ms: 10000
import ctypes

print('before')
kept = []
while True:
    buffer = ctypes.create_string_buffer(10_000_000)
    buffer.self = buffer
    kept.append(buffer)
