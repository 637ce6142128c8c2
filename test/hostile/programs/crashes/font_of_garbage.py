# A damaged font for FreeType.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import os

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font

print('before')
with open(font_manager.findfont('DejaVu Sans'), 'rb') as file:
    original = file.read()
for _ in range(100):
    damaged = bytearray(original)
    for _ in range(2_000):
        damaged[int.from_bytes(os.urandom(4)) % len(damaged)] = os.urandom(1)[0]
    with open('font.ttf', 'wb') as file:
        file.write(damaged)
    try:
        font = FT2Font('font.ttf')
        font.set_size(12, 100)
        font.set_text('The quick brown fox')
        font.draw_glyphs_to_bitmap()
    except RuntimeError, ValueError, OSError:
        pass
