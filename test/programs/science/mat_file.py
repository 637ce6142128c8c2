#> A (2, 3) double
#> name (1,) char
#> flags (1, 2) logical
#> z (1, 1) double
#> S (2, 2) sparse
#> config (1, 1) struct
#> ['A', 'S', 'config', 'flags', 'name', 'z']
#> [[0. 1. 2.]
#>  [3. 4. 5.]] probe 1 [1 0] (1+2j)
#> 250.0 [1 2 3]
#> [[0. 3.]
#>  [4. 0.]]
#> (2, 3)
#: files ["data.mat"]
import numpy as np
from scipy import sparse
from scipy.io import loadmat, savemat, whosmat

savemat('data.mat', {
    'A': np.arange(6.0).reshape(2, 3),
    'name': 'probe 1',
    'flags': np.array([True, False]),
    'z': np.array([1 + 2j]),
    'S': sparse.csc_matrix([[0, 3], [4, 0]], dtype=float),
    'config': {'rate': 250.0, 'channels': [1, 2, 3]},
}, do_compression=True)
for name, shape, kind in whosmat('data.mat'):
    print(name, shape, kind)
mat = loadmat('data.mat', squeeze_me=True, simplify_cells=True, spmatrix=False)
print(sorted(key for key in mat if not key.startswith('__')))
print(mat['A'], mat['name'], mat['flags'], mat['z'])
print(mat['config']['rate'], mat['config']['channels'])
print(loadmat('data.mat', spmatrix=False)['S'].toarray())
print(loadmat('data.mat', variable_names=['A', 'name'])['A'].shape)
