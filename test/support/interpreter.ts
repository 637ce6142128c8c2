import { globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { loadPyodide } from 'pyodide'
import type { Execution } from '../../python-runtime/protocol.ts'
import { type FileSystem, GuestDevices } from './guest-devices.ts'

interface Emscripten {
  FS: FileSystem
  HEAPU8: Uint8Array
  stringToNewUTF8: (text: string) => number
  _free: (pointer: number) => void
  _PyRun_SimpleString: (source: number) => number
  stackSave(): number
  stackRestore(pointer: number): void
}

type Run = Pick<Execution, 'code' | 'files' | 'timeoutMs'>

const guest = 'python-runtime/guest/python/_sandbox'
const wheels = process.env['PYTHON_WHEELS_URL'] ?? 'python-runtime/wheels'
const sitePackages = '/lib/python3.14/site-packages'
const SIGXCPU = 24

let started: ReturnType<typeof start> | undefined

/**
 * The guest's Python in stock Pyodide, one interpreter for each test file.
 *
 * Every run starts from the memory as it was after the guest's preparation. The real image starts so
 * too: what its snapshot would freeze is frozen here.
 */
export function interpreter() {
  started ??= start()
  return started
}

async function start() {
  const pyodide = await loadPyodide({ env: { HOME: '/tmp', TZ: 'UTC' } })
  for (const wheel of globSync(join(wheels, '*.whl')))
    pyodide.unpackArchive(new Uint8Array(readFileSync(wheel)), 'wheel', {
      extractDir: sitePackages,
    })
  const emscripten: Emscripten = Reflect.get(pyodide, '_module')
  const interrupt = new Uint8Array(new SharedArrayBuffer(1))
  pyodide.setInterruptBuffer(interrupt)

  mountGuest(emscripten.FS)
  const devices = new GuestDevices(emscripten.FS)
  runCode(emscripten, devices, leavePyodide)
  runCode(emscripten, devices, 'from _sandbox.prepare import prepare; prepare()')
  const rewind = rewinder(emscripten)

  return {
    async run({ code, files, timeoutMs }: Run) {
      rewind()
      for (const file of files) writeFile(emscripten.FS, `/mnt/data/${file.name}`, file.bytes)
      const timer = deadline(interrupt, timeoutMs)
      devices.give({ code, timeout_ms: timeoutMs }, timer.start)

      runCode(emscripten, devices, 'from _sandbox.execution import main; main()')
      await timer.end()
      return devices
    },
  }
}

/**
 * Undoes what Pyodide changes in the standard library, lets a signal end a sleep as the kernel does, and links
 * every extension module before any run.
 */
const leavePyodide = `
import asyncio, importlib, os, time
import pyodide.webloop
asyncio.run = pyodide.webloop._orig_run
asyncio._set_running_loop(None)
def sleep(seconds, nap=pyodide.webloop._orig_sleep, now=time.monotonic):
    end = now() + seconds
    while now() < end:
        nap(min(0.01, max(0, end - now())))
time.sleep = sleep
for folder, _, names in os.walk('${sitePackages}'):
    for name in names:
        if name.endswith('.so'):
            path = os.path.relpath(os.path.join(folder, name), '${sitePackages}')
            importlib.import_module(path.split('.')[0].replace('/', '.'))
`

function mountGuest(fs: FileSystem) {
  for (const name of readdirSync(guest).filter((entry) => entry.endsWith('.py')))
    writeFile(fs, `${sitePackages}/_sandbox/${name}`, readFileSync(join(guest, name)))
}

function runCode(emscripten: Emscripten, devices: GuestDevices, code: string) {
  const { stringToNewUTF8, _PyRun_SimpleString: run, _free: free } = emscripten
  const source = stringToNewUTF8(code)
  const status = run(source)
  free(source)
  if (status !== 0) throw new Error(`Python failed in: ${code}\n${devices.stderr}`)
}

/** Remembers memory and open files; what it returns brings them back and empties the program's folders. */
function rewinder(emscripten: Emscripten) {
  const memory = emscripten.HEAPU8.slice()
  const stack = emscripten.stackSave()
  const open = new Set(emscripten.FS.streams.map((stream) => stream?.fd))

  return () => {
    emscripten.HEAPU8.set(memory)
    emscripten.HEAPU8.fill(0, memory.length)
    emscripten.stackRestore(stack)
    for (const stream of emscripten.FS.streams)
      if (stream && !open.has(stream.fd)) emscripten.FS.close(stream)
    emscripten.FS.chdir('/')
    for (const folder of ['/mnt/data', '/tmp']) empty(emscripten.FS, folder)
  }
}

function empty(fs: FileSystem, folder: string) {
  fs.mkdirTree(folder)
  for (const name of fs.readdir(folder).filter((entry) => entry !== '.' && entry !== '..')) {
    const path = `${folder}/${name}`
    if (!fs.isDir(fs.lstat(path).mode)) fs.unlink(path)
    else {
      empty(fs, path)
      fs.rmdir(path)
    }
  }
}

function writeFile(fs: FileSystem, path: string, bytes: Uint8Array) {
  fs.mkdirTree(dirname(path))
  fs.writeFile(path, bytes)
}

/**
 * Raises the deadline's signal from another thread: this one is inside Python when the time is up. It is raised
 * again much later, so that a program that survives it fails its test instead of hanging there.
 */
function deadline(interrupt: Uint8Array, timeoutMs: number) {
  const begun = new Int32Array(new SharedArrayBuffer(4))
  const code = `
    const { interrupt, begun, timeoutMs, signal } = require('node:worker_threads').workerData
    const raise = () => Atomics.store(interrupt, 0, signal)
    Atomics.wait(begun, 0, 0)
    setTimeout(() => (raise(), setInterval(raise, 10_000)), timeoutMs)`
  const workerData = { interrupt, begun, timeoutMs, signal: SIGXCPU }
  const thread = new Worker(code, { eval: true, workerData })
  return {
    start: () => {
      Atomics.store(begun, 0, 1)
      Atomics.notify(begun, 0)
    },
    end: () => thread.terminate(),
  }
}
