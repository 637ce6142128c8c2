#: error "execution_error ModuleNotFoundError: No module named 'dotenv'. The sandbox has no module 'dotenv', and nothing can be installed in it. The nearest that it has is 'os'."
from dotenv import load_dotenv
