#: error "execution_error ModuleNotFoundError: No module named 'sklearn'. The sandbox has no module 'sklearn', and nothing can be installed in it. The nearest that it has is 'numpy'."
from sklearn.linear_model import LinearRegression
