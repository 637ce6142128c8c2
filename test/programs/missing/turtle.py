#: error "execution_error ModuleNotFoundError: No module named 'turtle'. The sandbox has no module 'turtle', and nothing can be installed in it. The nearest that it has is 'matplotlib'."
import turtle
