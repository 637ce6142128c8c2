# `sys.stdout` is none, then closed, then deleted.
# expect: error RuntimeError or error AttributeError or error ValueError or ok
# stdout contains: before
# timeout_ms: 5000
import sys

print('before')
sys.stdout = None
print('nowhere')
sys.stdout = sys.__stdout__
sys.stdout.close()
del sys.stdout
1
