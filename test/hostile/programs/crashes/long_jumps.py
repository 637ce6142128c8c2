# Libraries that leave their errors by `longjmp`, through Python's own file objects.
# expect: timeout
# stdout contains: before
import io

from PIL import Image


class Failing(io.BytesIO):
    def write(self, data):
        raise ValueError('no')

    def read(self, size=-1):
        return super().read(size)[:7]


stream = io.BytesIO()
Image.effect_noise((64, 64), 50).save(stream, 'JPEG')
print('before')
while True:
    try:
        Image.open(io.BytesIO(stream.getvalue()[:300] + bytes(50))).load()
    except OSError, SyntaxError:
        pass
    try:
        Image.effect_noise((64, 64), 50).save(Failing(), 'JPEG')
    except ValueError:
        pass
