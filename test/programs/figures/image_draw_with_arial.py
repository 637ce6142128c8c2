#> ('DejaVu Sans', 'Book') True
#: stderr "The font 'arial.ttf' is not in this sandbox; the nearest is 'DejaVuSans.ttf'.\n"
import numpy as np
from PIL import Image, ImageDraw, ImageFont
image = Image.new('L', (120, 40), 255)
font = ImageFont.truetype('arial.ttf', 20)
ImageDraw.Draw(image).text((5, 5), 'Hello', font=font, fill=0)
print(font.getname(), np.asarray(image).min() < 50)
