import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadPyodide } from 'pyodide'

// `node pyodide-process.ts CODE`: Pyodide as its npm package starts it, with the image's wheels.
const wheels = join(import.meta.dirname, '../python-runtime/wheels')
const site = '/lib/python3.14/site-packages'

const pyodide = await loadPyodide({ env: { MPLBACKEND: 'agg', HOME: '/home/pyodide' } })
for (const name of await readdir(wheels)) {
  if (!name.endsWith('.whl')) continue
  const wheel = new Uint8Array(await readFile(join(wheels, name)))
  pyodide.unpackArchive(wheel, 'wheel', { extractDir: site })
}
// Its loader looks there for the library that NumPy's modules share.
pyodide.FS.mkdirTree('/usr/lib')
pyodide.FS.rename(`${site}/numpy.libs/libopenblas.so`, '/usr/lib/libopenblas.so')
await pyodide.runPythonAsync(process.argv[2] ?? '')
