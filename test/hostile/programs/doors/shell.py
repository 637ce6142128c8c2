# `os.system` and everything like it.
# expect: ok
# stdout contains: closed
# timeout_ms: 5000
import os
import pty
import subprocess

attempts = {
    'system': lambda: os.system('id'),
    'popen': lambda: os.popen('id').read(),
    'run': lambda: subprocess.run(['id']),
    'shell': lambda: subprocess.check_output('id', shell=True),
    'fork': lambda: os.fork(),
    'forkpty': lambda: os.forkpty(),
    'exec': lambda: os.execv('/bin/sh', ['sh']),
    'spawn': lambda: os.spawnv(os.P_WAIT, '/bin/sh', ['sh', '-c', 'exit 0']),
    'pty': lambda: pty.spawn('sh'),
    'posix_spawn': lambda: os.posix_spawn('/bin/sh', ['sh'], {}),
}
for name, attempt in attempts.items():
    try:
        outcome = attempt()
        print(name, outcome, 'ESCAPED' if outcome == 0 or 'uid' in str(outcome) else '')
    except (OSError, NotImplementedError, AttributeError, subprocess.SubprocessError) as error:
        print(name, type(error).__name__)
print('closed')
