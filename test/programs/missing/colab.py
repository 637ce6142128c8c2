#: error "execution_error ModuleNotFoundError: No module named 'google'. The sandbox has no module 'google', and nothing can be installed in it. Files of the request are in /mnt/data, and what is written there is given to the user: there is nothing to upload, download or mount."
from google.colab import files
