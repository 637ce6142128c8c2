# A line across the figure, dashed a million times finer than a pixel.
# expect: timeout
# stdout contains: before
import matplotlib.pyplot as plt

print('before')
plt.plot([0, 1], [0, 1], linestyle=(0, (1e-7, 1e-7)), linewidth=1)
plt.savefig('dashes.png')
