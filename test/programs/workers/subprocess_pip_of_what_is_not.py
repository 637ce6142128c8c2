#> 1 Nothing can be installed in this sandbox: it has no network. Not there: torch; the nearest is 'numpy'.
import subprocess, sys
result = subprocess.run([sys.executable, '-m', 'pip', 'install', 'torch'], capture_output=True, text=True)
print(result.returncode, result.stderr.strip())
