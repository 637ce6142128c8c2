import io
import time

t = time.perf_counter()
from PIL import (
    Image,
    ImageChops,
    ImageDraw,
    ImageFilter,
    ImageFont,
    ImageOps,
    __version__,
    features,
)

print(
    'import PIL',
    __version__,
    f'{time.perf_counter() - t:.2f} s',
    [f for f in ('jpg', 'zlib', 'freetype2', 'webp') if features.check(f)],
    features.version('freetype2'),
    features.version('jpg'),
    features.version('zlib'),
    features.version('webp'),
)
im = Image.radial_gradient('L').resize((128, 96), Image.Resampling.LANCZOS)
rgb = Image.merge('RGB', (im, ImageOps.invert(im), im.rotate(30)))
d = ImageDraw.Draw(rgb)
d.ellipse((10, 10, 60, 60), fill='red', outline='white')
d.text((5, 70), 'Hello', fill='black')
d.text((50, 70), 'Größe', fill='blue', font=ImageFont.load_default(18))
for fmt, tol in (
    ('PNG', 0),
    ('JPEG', 12),
    ('GIF', 40),
    ('BMP', 0),
    ('TIFF', 0),
    ('WEBP', 12),
    ('PPM', 0),
):
    o = io.BytesIO()
    rgb.save(o, fmt)
    b = Image.open(io.BytesIO(o.getvalue()))
    b.load()
    assert b.format == fmt and b.size == (128, 96), fmt
    h = ImageChops.difference(b.convert('RGB'), rgb).convert('L').histogram()
    mean = sum(i * n for i, n in enumerate(h)) / sum(h)
    assert mean <= tol, (fmt, mean)
    print(fmt, len(o.getvalue()), f'mean difference {mean:.2f}')
bl = rgb.filter(ImageFilter.GaussianBlur(3))
assert bl.getextrema() != rgb.getextrema()
q = rgb.quantize(16)
assert len(q.getcolors()) <= 16
a = rgb.convert('RGBA')
a.putalpha(128)
assert Image.alpha_composite(a, a).mode == 'RGBA'
try:
    Image.open(io.BytesIO(b'\xff\xd8\xff\xe0broken')).load()
    raise SystemExit('no error')
except OSError:
    pass
bad = bytearray()
o = io.BytesIO()
rgb.save(o, 'JPEG')
bad = o.getvalue()[:600]
try:
    Image.open(io.BytesIO(bad)).load()
    raise SystemExit('no error for a cut JPEG')
except OSError as e:
    print('cut JPEG:', e)
o = io.BytesIO()
rgb.save(o, 'JPEG', quality=95, progressive=True, optimize=True)
Image.open(io.BytesIO(o.getvalue())).load()
try:
    import numpy as np

    assert np.asarray(rgb).shape == (96, 128, 3) and Image.fromarray(
        np.zeros((4, 4, 3), 'u1')
    ).size == (4, 4)
    print('with numpy too')
except ImportError:
    pass
big = Image.effect_noise((1500, 1000), 60).convert('RGB')
t = time.perf_counter()
big.resize((600, 400), Image.Resampling.BICUBIC)
t1 = time.perf_counter()
o = io.BytesIO()
big.save(o, 'JPEG')
t2 = time.perf_counter()
o = io.BytesIO()
big.save(o, 'PNG')
t3 = time.perf_counter()
print(
    f'1500x1000: resize {1000 * (t1 - t):.0f} ms, jpeg {1000 * (t2 - t1):.0f} ms, png {1000 * (t3 - t2):.0f} ms'
)
print('pillow smoke test passed')
