#: pictures 1
from PIL import Image
Image.new('RGB', (20, 10), 'green').show()
