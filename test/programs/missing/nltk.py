#: error "execution_error ModuleNotFoundError: No module named 'nltk'. The sandbox has no module 'nltk', and nothing can be installed in it. The nearest that it has is 're'."
import nltk
