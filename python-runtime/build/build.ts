import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImageRecord } from '../guest/image.ts'
import { packArchive } from './archive.ts'
import { bundleGuest } from './bundle.ts'
import { compilePython } from './compile.ts'
import { linkProgram } from './program.ts'
import {
  folderFiles,
  packageFiles,
  sitePackages,
  standardLibraryFiles,
  takeExtensions,
} from './python-files.ts'
import { takeSnapshot } from './snapshot/snapshot.ts'
import { compile } from './wasm/compile.ts'
import { readWheels } from './wheels.ts'

const runtime = join(import.meta.dirname, '..')
const pyodide = (name: string) => join(runtime, '../node_modules/pyodide', name)
const dist = join(runtime, 'dist')

/** Cloudflare takes at most this much of modules for one dynamic Worker. */
const maxImageBytes = 64 * 1024 * 1024

/** Builds the image: the modules that every sandbox starts from, in `python-runtime/dist/`. */
export async function buildImage(log: (line: string) => void): Promise<void> {
  log('wheels: verify and unpack')
  const wheels = await readWheels()
  const files = new Map([
    ...(await standardLibraryFiles(pyodide('python_stdlib.zip'))),
    ...packageFiles(wheels),
    ...(await folderFiles(join(runtime, 'guest/python'), sitePackages)),
  ])
  const extensions = takeExtensions(files)

  log(`program: link the core with ${extensions.length} extension modules, and meter it`)
  const { wasm, libraries, trampolineSlot } = await linkProgram(
    pyodide('pyodide.asm.wasm'),
    extensions,
  )

  log(`bytecode: compile ${files.size} files`)
  const program = compile(wasm)
  const compiled = await compilePython(files, { program, libraries, trampolineSlot })
  if (compiled.notes) log(compiled.notes.trim())

  log('archive: pack')
  const { archive, index } = packArchive(compiled.files)

  log('snapshot: import the stack and pack the memory')
  const image = { program, libraries, trampolineSlot, archive, files: index }
  const snapshot = await takeSnapshot(image, wasm)

  const { blocks, entry, lastWords } = snapshot
  const record: ImageRecord = { files: index, libraries, blocks, entry, lastWords }
  await writeImage({
    'python.wasm': snapshot.program,
    'snapshot.wasm': snapshot.memory,
    'files.bin': archive,
    'image.json.txt': JSON.stringify(record),
    'guest.js.txt': await bundleGuest(),
  })
}

async function writeImage(modules: Record<string, Uint8Array | string>): Promise<void> {
  await rm(dist, { recursive: true, force: true })
  await mkdir(dist, { recursive: true })
  const entries = Object.entries(modules).map(([name, content]) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    return { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
  })
  const total = entries.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (total > maxImageBytes) throw new Error(`The image has ${total} bytes of modules.`)

  for (const { name, bytes } of entries) await writeFile(join(dist, name), bytes)
  const sizes = entries.map(({ name, bytes, sha256 }) => ({ name, bytes: bytes.length, sha256 }))
  await writeFile(
    join(dist, 'manifest.json'),
    `${JSON.stringify({ total, modules: sizes }, null, 2)}\n`,
  )
  await writeFile(join(dist, 'image.ts'), index)
}

/** The Worker's way to the modules; its bundler leaves them as they are. */
const index = `export { default as program } from './python.wasm'
export { default as snapshot } from './snapshot.wasm'
export { default as archive } from './files.bin'
export { default as record } from './image.json.txt'
export { default as guest } from './guest.js.txt'
`
