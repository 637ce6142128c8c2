#: error "execution_error ModuleNotFoundError: No module named 'plotly'. The sandbox has no module 'plotly', and nothing can be installed in it. The nearest that it has is 'matplotlib'."
import plotly.express as px
