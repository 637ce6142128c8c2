#: error "execution_error ModuleNotFoundError: No module named 'polars'. The sandbox has no module 'polars', and nothing can be installed in it. The nearest that it has is 'pandas'."
import polars as pl
