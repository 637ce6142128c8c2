# Changes the encoding in the middle of the stream.
# expect: ok
# stdout contains: before
# timeout_ms: 5000
import sys

print('before', flush=True)
sys.stdout.reconfigure(encoding='utf-16', errors='surrogatepass')
print('\ud83dx' * 1_000)
