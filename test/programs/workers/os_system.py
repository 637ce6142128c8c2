#: attached {"a.csv": "1"}
#> True
#> a.csv
#> True
#: stderr "There are no processes in this sandbox, so 'wget https://example.com/data.zip' did not run. The sandbox has no network. Files that are attached to the request are in /mnt/data, and the tool web_search can look into the web.\n"
import os
print(os.system('wget https://example.com/data.zip') != 0)
print(os.system('ls') == 0)
