# A second interpreter in the same memory.
# expect: any
# stdout contains: before
# timeout_ms: 5000
print('before')
import _testinternalcapi

identity = _testinternalcapi.create_interpreter()
print(_testinternalcapi.exec_interpreter(identity, 'while True: pass', main=True))
