import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { loadPyodide } from 'pyodide'

// `node pyodide-process.ts CODE`: Pyodide as its npm package starts it, with the image's wheels.
const wheels = join(import.meta.dirname, '../python-runtime/wheels')

const pyodide = await loadPyodide({ env: { MPLBACKEND: 'agg', HOME: '/home/pyodide' } })
const files = (await readdir(wheels)).filter((name) => name.endsWith('.whl'))
await pyodide.loadPackage(
  files.map((name) => join(wheels, name)),
  { messageCallback: () => undefined },
)
await pyodide.runPythonAsync(process.argv[2] ?? '')
