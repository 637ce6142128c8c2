# Each link names the one before a thousand times in its path: following one is exponential work.
# expect: any
# stdout contains: before
# timeout_ms: 2000
import os

print('before')
os.symlink('.', 'link0')
for level in range(1, 12):
    os.symlink(f'link{level - 1}/' * 400, f'link{level}')
os.path.exists('link11')
