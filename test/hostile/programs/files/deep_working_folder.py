# A folder in a folder, a hundred thousand deep, and the question where one is.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import os

print('before')
for _ in range(100_000):
    os.mkdir('d')
    os.chdir('d')
os.getcwd()
