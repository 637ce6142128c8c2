#> objects: 7 sizes: [149  81  49  29 191  29  81]
#> [20. 44.]
#> [24. 12.]
#> [29. 36.]
#> [29. 62.]
#> [50.09 32.77]
#> [53. 48.]
#> [69. 33.]
#> (slice(13, 28, None), slice(37, 52, None))
#> eroded: 265
#> dilated: 827
#> opened: 7
#> thickest: 7.0711
#> True
#: pictures 1
import numpy as np
import matplotlib.pyplot as plt
from scipy import ndimage

rng = np.random.default_rng(8)
image = np.zeros((80, 80))
for row, col, radius in zip(rng.integers(10, 70, 8), rng.integers(10, 70, 8), rng.integers(3, 8, 8)):
    rows, cols = np.ogrid[:80, :80]
    image[(rows - row) ** 2 + (cols - col) ** 2 <= radius**2] = 1
labels, count = ndimage.label(image)
sizes = ndimage.sum_labels(image, labels, range(1, count + 1))
print('objects:', count, 'sizes:', sizes.astype(int))
for center in ndimage.center_of_mass(image, labels, range(1, count + 1)):
    print(np.round(center, 2))
print(ndimage.find_objects(labels)[0])
print('eroded:', int(ndimage.binary_erosion(image, iterations=2).sum()))
print('dilated:', int(ndimage.binary_dilation(image).sum()))
print('opened:', ndimage.label(ndimage.binary_opening(image, np.ones((5, 5))))[1])
distance = ndimage.distance_transform_edt(image)
print('thickest:', distance.max().round(4))
print(ndimage.binary_fill_holes([[1, 1, 1], [1, 0, 1], [1, 1, 1]]).all())

plt.imshow(labels, cmap='nipy_spectral')
plt.title(f'{count} objects')
plt.show()
