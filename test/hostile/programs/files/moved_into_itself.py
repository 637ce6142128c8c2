# A folder moved into its own child would be a circle with nothing above it.
# expect: error OSError
# stdout contains: before
# timeout_ms: 5000
import os

os.makedirs('a/b/c')
os.symlink('a/b', 'shortcut')
print('before')
for source, target in (
    ('a', 'shortcut/c/a'),
    ('/mnt', '/mnt/data/a/mnt'),
    ('.', 'a/here'),
    ('/', 'a/root'),
    ('a', 'a/b/c/d'),
):
    try:
        os.rename(source, target)
        print('moved', source, target, os.getcwd())
    except OSError as error:
        print(error)
os.rename('a', 'a/b/c/d')
