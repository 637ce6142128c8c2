#> blurred: mean = 101.866, std = 56.202
#> median: mean = 101.968, std = 63.214
#> edges: mean = 151.330, std = 148.727
#> mean error: 4.477 14.704
#> rotated: 82.161
#> zoomed: (100, 100) shifted: [0. 1. 2. 3.]
#> [[2. 2. 1.]
#>  [2. 3. 2.]
#>  [1. 2. 2.]]
#> [4 3 4 1 4 6 6 3] [-2.  2.  0.  2. -4.  2.  0.  2. -2.]
#: pictures 1
import numpy as np
import matplotlib.pyplot as plt
from scipy import ndimage
from sklearn.datasets import load_sample_image

image = load_sample_image('china.jpg')[100:300, 150:350].mean(axis=2)
blurred = ndimage.gaussian_filter(image, sigma=3)
noisy = image.copy()
noisy[::7, ::5] = 255
median = ndimage.median_filter(noisy, size=3)
edges = np.hypot(ndimage.sobel(image, axis=0), ndimage.sobel(image, axis=1))
for name, result in [('blurred', blurred), ('median', median), ('edges', edges)]:
    print(f'{name}: mean = {result.mean():.3f}, std = {result.std():.3f}')
print('mean error:', np.abs(noisy - image).mean().round(3), np.abs(median - image).mean().round(3))
print('rotated:', ndimage.rotate(image, 30, reshape=False).mean().round(3))
print('zoomed:', ndimage.zoom(image, 0.5).shape, 'shifted:', ndimage.shift([1.0, 2, 3, 4], 1).round(3))
print(ndimage.convolve(np.eye(3), np.ones((3, 3)), mode='constant'))
print(ndimage.uniform_filter1d([2, 8, 0, 4, 1, 9, 9, 0], size=3), ndimage.laplace(np.eye(3)).ravel())

fig, axes = plt.subplots(1, 4, figsize=(12, 3))
for ax, (name, picture) in zip(axes, [('original', image), ('blurred', blurred), ('median', median), ('edges', edges)]):
    ax.imshow(picture, cmap='gray')
    ax.set_title(name)
    ax.axis('off')
plt.show()
