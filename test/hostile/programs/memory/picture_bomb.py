# A picture of one color that has forty thousand by forty thousand pixels.
# expect: memory or error ValueError or error DecompressionBombError
# stdout contains: before
# timeout_ms: 10000
from PIL import Image

print('before')
Image.new('RGB', (40_000, 40_000)).tobytes()
