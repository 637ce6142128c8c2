#: error "execution_error ModuleNotFoundError: No module named 'torch'. The sandbox has no module 'torch', and nothing can be installed in it. The nearest that it has is 'numpy'."
from torch.nn import Linear
