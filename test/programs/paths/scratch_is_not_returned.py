#> True
import os, tempfile
with tempfile.NamedTemporaryFile('w', delete=False, suffix='.csv') as file:
    file.write('a')
folder = tempfile.mkdtemp()
open(os.path.join(folder, 'x.txt'), 'w').write('x')
open('/tmp/gone.txt', 'w').write('x'); os.remove('/tmp/gone.txt')
print(os.path.exists(file.name))
