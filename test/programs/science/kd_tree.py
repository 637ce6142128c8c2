#> [0.07981 0.09899 0.11412] [862 660 661]
#> within 0.1: 2
#> pairs: 52 1104
#> mean nearest neighbor distance: 0.05823
#> [[ 0.     5.    10.     1.414]
#>  [ 5.     0.     5.     3.606]
#>  [10.     5.     0.     8.602]
#>  [ 1.414  3.606  8.602  0.   ]]
#> [[14.  2.]
#>  [ 7.  5.]]
#> 5.0 0.29289
import numpy as np
from scipy.spatial import KDTree, cKDTree
from scipy.spatial.distance import cdist, cosine, euclidean, pdist, squareform

rng = np.random.default_rng(0)
points = rng.random((1000, 3))
tree = KDTree(points)
distance, index = tree.query([0.5, 0.5, 0.5], k=3)
print(distance.round(5), index)
print('within 0.1:', len(tree.query_ball_point([0.5, 0.5, 0.5], r=0.1)))
print('pairs:', len(tree.query_pairs(0.03)), tree.count_neighbors(tree, 0.03))
d, _ = cKDTree(points).query(points, k=2)
print('mean nearest neighbor distance:', d[:, 1].mean().round(5))

cities = np.array([[0, 0], [3, 4], [6, 8], [1, 1]])
print(squareform(pdist(cities)).round(3))
print(cdist(cities[:2], cities[2:], metric='cityblock'))
print(euclidean([0, 0], [3, 4]), round(cosine([1, 0], [1, 1]), 5))
