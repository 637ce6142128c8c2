# A pickle of 200 bytes whose loading hashes a trillion items.
# expect: timeout
# stdout contains: before
import pickle

print('before')
pickle.loads(b')' + b'2\x86' * 40 + b'\x8f(' + b'N' + b'\x90' + b'.')
nested = b')' + b'2\x86' * 40
pickle.loads(b'\x8f(' + nested + b'\x90.')
