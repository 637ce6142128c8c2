#> numpy
try:
    import torch
    backend = 'torch'
except ImportError:
    backend = 'numpy'
print(backend)
