# Finds the median cut of noise.
# expect: timeout
# timeout_ms: 4000
# stdout contains: before
from PIL import Image

noise = Image.merge('RGB', [Image.effect_noise((1_500, 1_500), n) for n in (90, 100, 110)])
print('before')
while True:
    noise.quantize(256, method=Image.Quantize.MAXCOVERAGE)
