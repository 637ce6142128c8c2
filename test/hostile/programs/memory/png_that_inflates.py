# A PNG whose header promises four hundred megapixels and whose data are a few bytes.
# expect: error DecompressionBombError
# stdout contains: before
# timeout_ms: 10000
import io
import struct
import zlib

from PIL import Image


def chunk(name, data):
    checksum = zlib.crc32(name + data)
    return struct.pack('>I', len(data)) + name + data + struct.pack('>I', checksum)


print('before')
header = struct.pack('>IIBBBBB', 20_000, 20_000, 8, 2, 0, 0, 0)
data = zlib.compress(bytes(1_000))
png = b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', header) + chunk(b'IDAT', data) + chunk(b'IEND', b'')
Image.open(io.BytesIO(png)).load()
