#: error "execution_error ModuleNotFoundError: No module named 'numpi'. The sandbox has no module 'numpi', and nothing can be installed in it."
import numpi
