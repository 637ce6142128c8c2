# Looks for what another program may have left in names, counters and inode numbers.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
import os
import secrets
import tempfile

places = [os.listdir(folder) for folder in ('/tmp', '/mnt/data', os.environ['HOME'])]
print(
    'ESCAPED'
    if any(name for names in places for name in names if name != 'matplotlib')
    else 'closed',
    places,
)
print(tempfile.mktemp(), secrets.token_hex(4))
