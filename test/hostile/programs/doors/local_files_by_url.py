# `file:` addresses and paths of the machine that the server runs on.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
import urllib.request

for path in (
    '/etc/passwd',
    '/proc/self/environ',
    '/proc/self/maps',
    '/root/.ssh/id_rsa',
    '/var/run/secrets',
    '/workspace',
    '/home/../../etc/hostname',
    '/dev/mem',
    '/dev/tty',
    '/sys',
):
    for read in (
        lambda: open(path).read(),
        lambda: urllib.request.urlopen(f'file://{path}').read(),
    ):
        try:
            print('ESCAPED', path, read()[:50])
        except OSError:
            continue
print('closed')
