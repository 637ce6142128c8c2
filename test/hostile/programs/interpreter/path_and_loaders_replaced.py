# A path of nonsense, hooks that raise, caches of the wrong type.
# expect: any
# stdout contains: before
# timeout_ms: 5000
import sys

print('before')
sys.path = 17
sys.path_hooks = None
sys.meta_path = [object()]
sys.path_importer_cache = 'x'
import plistlib
