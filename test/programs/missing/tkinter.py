#: error "execution_error ModuleNotFoundError: No module named 'tkinter'. The sandbox has no module 'tkinter', and nothing can be installed in it. The nearest that it has is 'matplotlib'."
import tkinter as tk
