# Reads every file that the image has, so that all of them are unpacked at once.
# expect: any
# stdout contains: before
# timeout_ms: 20000
import os

print('before')
kept = []
for folder, _, names in os.walk('/lib'):
    for name in names:
        with open(os.path.join(folder, name), 'rb') as file:
            kept.append(file.read())
