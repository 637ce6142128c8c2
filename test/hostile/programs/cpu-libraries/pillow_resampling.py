# A small picture scaled up by Lanczos as far as memory allows.
# expect: timeout
# stdout contains: before
from PIL import Image

print('before')
while True:
    Image.effect_noise((5_000, 20), 100).resize((8_000, 8_000), Image.Resampling.LANCZOS)
