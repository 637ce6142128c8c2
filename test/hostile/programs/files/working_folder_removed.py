# Takes away the folder that the runner looks into at the end.
# expect: ok
# stdout contains: before
# timeout_ms: 5000
import os
import shutil

print('before')
shutil.rmtree('/mnt')
try:
    print(os.getcwd())
except OSError as error:
    print(error)
