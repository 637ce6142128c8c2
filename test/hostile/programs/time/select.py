# Waits for descriptors that are never ready.
# expect: timeout
# stdout contains: before
import os
import select

print('before')
reader, writer = os.pipe()
select.select([reader], [], [])
