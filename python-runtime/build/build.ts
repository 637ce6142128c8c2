import { join } from 'node:path'
import type { ImageRecord } from '../guest/image.ts'
import { effort, packArchive, sealed } from './archive.ts'
import { bundleGuest } from './bundle.ts'
import { compilePython } from './compile.ts'
import { linkProgram } from './program.ts'
import {
  folderFiles,
  fontFiles,
  packageFiles,
  sitePackages,
  standardLibraryFiles,
  takeExtensions,
} from './python-files.ts'
import { takeSnapshot } from './snapshot/snapshot.ts'
import { shareTimeZones } from './time-zones.ts'
import { compile } from './wasm/compile.ts'
import { readWheels } from './wheels.ts'
import { writeImage, type ImageModules } from './write-image.ts'

const runtime = join(import.meta.dirname, '..')
const pyodide = (name: string) => join(runtime, '../node_modules/pyodide', name)

/** Builds the image in `python-runtime/dist/`. */
export async function buildImage(log: (line: string) => void): Promise<void> {
  await writeImage(await makeImage(log))
}

/** The modules that every sandbox starts from. The same input gives the same bytes. */
export async function makeImage(log: (line: string) => void): Promise<ImageModules> {
  log('wheels: verify and unpack')
  const wheels = await readWheels({ log })
  const files = new Map([
    ...(await standardLibraryFiles(pyodide('python_stdlib.zip'), join(runtime, 'stdlib'))),
    ...shareTimeZones(packageFiles(wheels)),
    ...(await folderFiles(join(runtime, 'guest/python'), sitePackages)),
    ...(await fontFiles(join(runtime, 'fonts'))),
  ])
  const extensions = takeExtensions(files)

  log(`program: link the core with ${extensions.length} extension modules, and meter it`)
  const linked = await linkProgram(pyodide('pyodide.asm.wasm'), extensions)
  const { libraries, trampolineSlot } = linked

  log(`bytecode: compile ${files.size} files`)
  const program = compile(linked.wasm)
  const compiled = await compilePython(files, { program, libraries, trampolineSlot })
  if (compiled.notes) log(compiled.notes.trim())

  log('archive: pack')
  const { archive, index } = await packArchive(compiled.files, effort.image)

  log('snapshot: import the stack and pack the memory')
  const image = { program, libraries, trampolineSlot, archive: compile(archive), files: index }
  const snapshot = await takeSnapshot(image, linked)

  const { blocks, entry, lastWords } = snapshot
  const record: ImageRecord = { files: sealed(index), libraries, blocks, entry, lastWords }
  return {
    'python.wasm': snapshot.program,
    'snapshot.wasm': snapshot.memory,
    'files.wasm': archive,
    'image.json.txt': new TextEncoder().encode(JSON.stringify(record)),
    'guest.js.txt': new TextEncoder().encode(await bundleGuest()),
  }
}
