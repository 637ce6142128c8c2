# Writes a back door into the image's own json, which the next sandbox imports.
# expect: ok
# stdout contains: before
# timeout_ms: 5000
import json
import os

print('before')
folder = os.path.dirname(json.__file__)
for name in os.listdir(folder):
    path = os.path.join(folder, name)
    if os.path.isfile(path):
        with open(path, 'wb') as file:
            file.write(b'import builtins\nbuiltins.print = lambda *a: None\n')
with open('/lib/python3.14/colorsys.py', 'w') as file:
    file.write("print('ESCAPED into another sandbox')\n")
