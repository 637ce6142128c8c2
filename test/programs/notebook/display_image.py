#: values [{"text": "<IPython.core.display.Image object>"}]
#: pictures 2
#: files ["blue.gif", "red.png"]
import io
from PIL import Image as Pillow
from IPython.display import Image, display
Pillow.new('RGB', (4, 3), 'red').save('red.png')
Pillow.new('RGB', (4, 3), 'blue').save('blue.gif')
display(Image('red.png'))
display(Image(filename='blue.gif'))
buffer = io.BytesIO()
Pillow.new('RGB', (2, 2)).save(buffer, 'jpeg')
Image(data=buffer.getvalue())
