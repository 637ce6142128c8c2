#> hull vertices: [0, 1, 3, 5, 6, 10, 11, 16, 18]
#> area = 0.63346, perimeter = 3.04957
#> Voronoi: (29, 2) 21 48
#> Delaunay triangles: 29 outside: [False  True]
#> cube: 2.0 10.0
#: pictures 1
import numpy as np
import matplotlib.pyplot as plt
from scipy.spatial import ConvexHull, Delaunay, Voronoi, convex_hull_plot_2d, voronoi_plot_2d

rng = np.random.default_rng(12)
points = rng.random((20, 2))
hull = ConvexHull(points)
print('hull vertices:', sorted(hull.vertices.tolist()))
print(f'area = {hull.volume:.5f}, perimeter = {hull.area:.5f}')
vor = Voronoi(points)
print('Voronoi:', vor.vertices.shape, len(vor.regions), len(vor.ridge_points))
tri = Delaunay(points)
print('Delaunay triangles:', len(tri.simplices), 'outside:', tri.find_simplex([[0.5, 0.5], [2, 2]]) < 0)
cube = ConvexHull(np.array(np.meshgrid([0, 1], [0, 1], [0, 2])).T.reshape(-1, 3))
print('cube:', round(cube.volume, 6), round(cube.area, 6))

fig, axes = plt.subplots(1, 3, figsize=(12, 4))
voronoi_plot_2d(vor, ax=axes[0])
convex_hull_plot_2d(hull, ax=axes[1])
axes[2].triplot(points[:, 0], points[:, 1], tri.simplices)
axes[2].plot(points[:, 0], points[:, 1], 'o')
for ax, title in zip(axes, ['Voronoi', 'Convex hull', 'Delaunay']):
    ax.set_title(title)
plt.tight_layout()
plt.show()
