# Compares two views item by item, each unpacked by `struct`.
# expect: timeout
# stdout contains: before
data = bytearray(40_000_000)
print('before')
memoryview(data).cast('B') == memoryview(data).cast('b')
