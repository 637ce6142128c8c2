# The median of every neighbourhood of 101 by 101 pixels.
# expect: timeout
# stdout contains: before
from PIL import Image, ImageFilter

print('before')
Image.effect_noise((1_000, 1_000), 100).filter(ImageFilter.RankFilter(101, 5_000))
