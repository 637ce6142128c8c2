#: error "execution_error ModuleNotFoundError: No module named 'frobnicate'. The sandbox has no module 'frobnicate', and nothing can be installed in it."
import frobnicate
