# Leaves traces wherever one may write.
# expect: ok
# stdout contains: before
# timeout_ms: 5000
import os
import tempfile

print('before')
for folder in (
    '/',
    '/tmp',
    '/home',
    os.environ['HOME'],
    '/lib/python3.14/site-packages',
    '/dev',
    tempfile.mkdtemp(),
):
    with open(os.path.join(folder, 'usercustomize.py'), 'w') as file:
        file.write("print('ESCAPED into another sandbox')\n")
    with open(os.path.join(folder, 'evil.pth'), 'w') as file:
        file.write('import usercustomize\n')
