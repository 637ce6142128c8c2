# Pillow draws fractals in C, as finely as one asks.
# expect: timeout
# stdout contains: before
from PIL import Image

print('before')
Image.effect_mandelbrot((1_000, 1_000), (-0.1, -0.1, 0.1, 0.1), 1_000_000_000)
