#: error "execution_error ModuleNotFoundError: No module named 'requests'. The sandbox has no network. Files that are attached to the request are in /mnt/data, and the tool web_search can look into the web."
import requests
