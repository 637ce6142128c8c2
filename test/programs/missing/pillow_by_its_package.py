#: error "execution_error ModuleNotFoundError: No module named 'Pillow'. The sandbox has no module 'Pillow', and nothing can be installed in it. The nearest that it has is 'PIL'."
import Pillow
