# FontTools reads and rewrites a whole font in pure Python.
# expect: timeout
# timeout_ms: 3000
# stdout contains: before
import io

from fontTools import ttLib
from matplotlib import font_manager

print('before')
while True:
    font = ttLib.TTFont(font_manager.findfont('DejaVu Sans'))
    font.ensureDecompiled()
    font.save(io.BytesIO())
