import { join } from 'node:path'
import type { ImageRecord } from '../guest/image.ts'
import { partOf } from '../guest/parts.ts'
import { science, type ImageName } from '../images.ts'
import { archiveModule } from './archive-module.ts'
import { cut, effort, joined, packFiles, sealed, type PackedFiles } from './archive.ts'
import { bundleGuest } from './bundle.ts'
import { compilePython } from './compile.ts'
import { linkProgram, type PythonProgram } from './program.ts'
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
import { maxImageBytes, writeImages, type ImageFiles } from './write-image.ts'

const runtime = join(import.meta.dirname, '..')
const pyodide = (name: string) => join(runtime, '../node_modules/pyodide', name)

/** What an image with parts leaves free of what a dynamic Worker may have. */
const spareBytes = 256 * 1024

/** Builds the images in `python-runtime/dist/`. */
export async function buildImages(log: (line: string) => void): Promise<void> {
  await writeImages(await makeImages(log))
}

/** What sandboxes start from. The same input gives the same bytes. */
export async function makeImages(
  log: (line: string) => void,
): Promise<Record<ImageName, ImageFiles>> {
  log('wheels: verify and unpack')
  const wheels = await readWheels({ log })
  const isOfScience = ({ name }: { name: string }) => science.packages.includes(name)
  const files = new Map([
    ...(await standardLibraryFiles(pyodide('python_stdlib.zip'), join(runtime, 'stdlib'))),
    ...shareTimeZones(packageFiles(wheels.filter((wheel) => !isOfScience(wheel)))),
    ...(await folderFiles(join(runtime, 'guest/python'), sitePackages)),
    ...(await fontFiles(join(runtime, 'fonts'))),
  ])
  const moreFiles = packageFiles(wheels.filter(isOfScience))
  const extensions = takeExtensions(files)
  const moreExtensions = takeExtensions(moreFiles)

  log(`program: link the core with ${extensions.length} extension modules, and meter it`)
  const linked = await linkProgram(pyodide('pyodide.asm.wasm'), extensions)

  log(`bytecode: compile ${files.size + moreFiles.size} files`)
  const python = { ...linked, program: compile(linked.wasm) }
  const compiled = await compilePython(files, python)
  const more = await compilePython(moreFiles, python, compiled.files)
  for (const { notes } of [compiled, more]) if (notes) log(notes.trim())

  log('archive: pack')
  const packed = await packFiles(compiled.files, effort.image)
  const packedMore = await packFiles(more.files, effort.image)

  log('snapshot: import the stack and pack the memory')
  const standard = await imageOf('standard', linked, packed)

  log(`science: link ${moreExtensions.length} more extension modules, and import more`)
  const all = [...extensions, ...moreExtensions].toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const larger = await linkProgram(pyodide('pyodide.asm.wasm'), all)
  return { standard, science: await imageOf('science', larger, joined(packed, packedMore)) }
}

/** The image that starts with a program and files. */
async function imageOf(
  name: ImageName,
  linked: PythonProgram,
  files: PackedFiles,
): Promise<ImageFiles> {
  const { libraries } = linked
  const archive = await archiveModule(files.bytes)
  const program = compile(linked.wasm)
  const start = { ...linked, program, archive: compile(archive), files: files.index }
  const snapshot = await takeSnapshot(name, start, linked)

  const { blocks, entry, lastWords } = snapshot
  const guest = await bundleGuest()
  const record: ImageRecord = { files: sealed(files.index), libraries, blocks, entry, lastWords }
  const modules: ImageFiles['modules'] = {
    'python.wasm': snapshot.program,
    'snapshot.wasm': snapshot.memory,
    'files.wasm': archive,
    'image.json.txt': jsonOf(record),
    'guest.js.txt': new TextEncoder().encode(guest),
  }
  if (name === 'standard') return { modules, parts: null }

  const { first, rest } = cut(files, files.bytes.length + roomFor(modules))
  return {
    modules: {
      ...modules,
      'files.wasm': await archiveModule(first.bytes),
      'image.json.txt': jsonOf({ ...record, files: sealed(first.index) }),
    },
    parts: {
      memory: partOf(snapshot.mark, snapshot.packed),
      files: partOf(snapshot.mark, rest),
    },
  }
}

/** How much more, or less, modules may be. */
function roomFor(modules: Record<string, Uint8Array>): number {
  const total = Object.values(modules).reduce((sum, { length }) => sum + length, 0)
  return maxImageBytes - spareBytes - total
}

function jsonOf(record: ImageRecord): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(record))
}
