#> 3
#: files ["a.gif"]
from PIL import Image
frames = [Image.new('RGB', (8, 8), color) for color in ('red', 'green', 'blue')]
frames[0].save('a.gif', save_all=True, append_images=frames[1:], duration=100)
print(Image.open('a.gif').n_frames)
