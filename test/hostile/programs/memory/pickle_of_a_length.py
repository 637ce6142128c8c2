# Eleven bytes of pickle that announce four gigabytes.
# expect: memory or error UnpicklingError or error OverflowError
# stdout contains: before
# timeout_ms: 5000
import pickle

print('before')
pickle.loads(b'\x80\x04\x8e\xff\xff\xff\x7f\x00\x00\x00\x00.')
