# A frame header that claims a window of two gigabytes.
# expect: error ZstdError or memory
# stdout contains: before
# timeout_ms: 5000
from compression import zstd

print('before')
magic, descriptor, window = b'\x28\xb5\x2f\xfd', b'\x00', bytes([21 << 3])
zstd.decompress(magic + descriptor + window + b'\x01\x00\x00')
