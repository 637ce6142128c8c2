// node run.mjs [--pyodide FOLDER] [--mount HOST=/guest]... [--wheel FILE]... [--path /guest]... SCRIPT.py [ARGUMENT]...
// Starts stock Pyodide, installs wheels from files, and runs a Python script in it.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

// The source line of an error in pyodide.asm.mjs is a megabyte long: only its stack is told.
process.on('uncaughtException', (error) => {
  say(`uncaught: ${String(error?.stack ?? error).slice(0, 3000)}`)
  process.exit(1)
})

const args = process.argv.slice(2)
const options = { '--pyodide': [], '--mount': [], '--wheel': [], '--path': [] }
while (args[0]?.startsWith('--')) {
  const [name, value] = args.splice(0, 2)
  if (!options[name]) throw new Error(`There is no option ${name}.`)
  options[name].push(value)
}
const [script] = args

const folder = options['--pyodide'][0] ?? process.env.PYODIDE_DIR
const { loadPyodide } = await import(pathToFileURL(path.join(folder, 'pyodide.mjs')).href)
const python = await loadPyodide({
  env: {
    HOME: '/home/pyodide',
    MPLBACKEND: 'agg',
    PYTHONDONTWRITEBYTECODE: '1',
  },
})
for (const [host, guest] of options['--mount'].map((mount) => mount.split('='))) {
  python.FS.mkdirTree(guest)
  python.mountNodeFS(guest, path.resolve(host))
}
// NumPy's modules share a library, which Pyodide looks for in /usr/lib, and already when it loads their wheel.
python.FS.mkdirTree('/usr/lib')
for (const wheel of options['--wheel']) {
  python.FS.writeFile('/tmp/wheel', fs.readFileSync(wheel))
  python.runPython(`
import pathlib, zipfile
with zipfile.ZipFile('/tmp/wheel') as wheel:
    for name in wheel.namelist():
        if name.endswith('/libopenblas.so'):
            pathlib.Path('/usr/lib/libopenblas.so').write_bytes(wheel.read(name))
`)
}
for (const site of options['--path']) {
  const library = path.posix.join(site, 'numpy.libs/libopenblas.so')
  if (python.FS.analyzePath(library).exists) {
    python.FS.writeFile('/usr/lib/libopenblas.so', python.FS.readFile(library))
  }
}
await python.loadPackage(
  options['--wheel'].map((wheel) => path.resolve(wheel)),
  { messageCallback: () => undefined, checkIntegrity: false },
)

python.globals.set('ARGV', python.toPy(args))
const start = `import sys\nsys.argv = list(ARGV)\nsys.path[:0] = ${JSON.stringify(options['--path'])}\n`
try {
  const result = await python.runPythonAsync(start + fs.readFileSync(script, 'utf8'), {
    filename: script,
  })
  process.exitCode = typeof result === 'number' ? result : 0
} catch (error) {
  say(String(error.message ?? error).slice(-6000))
  process.exitCode = 1
}

function say(line) {
  process.stderr.write(`${line}\n`)
}
