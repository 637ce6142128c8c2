# Ten thousand damaged pictures of every format that Pillow reads in C.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import io
import os
import warnings

from PIL import Image

warnings.simplefilter('ignore')
print('before')
noise = Image.effect_noise((64, 64), 50).convert('RGB')
for format in ('PNG', 'GIF', 'JPEG', 'BMP', 'TIFF', 'PPM', 'TGA', 'PCX', 'ICO', 'SGI'):
    stream = io.BytesIO()
    noise.save(stream, format)
    for _ in range(50):
        damaged = bytearray(stream.getvalue())
        for _ in range(10):
            damaged[os.urandom(2)[0] * 7 % len(damaged)] = os.urandom(1)[0]
        try:
            Image.open(io.BytesIO(damaged)).load()
        except Exception:
            pass
