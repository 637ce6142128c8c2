import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { effort, packArchive } from './archive.ts'
import { startPython, type Image } from './node-python.ts'
import type { Files } from './python-files.ts'
import { compile } from './wasm/compile.ts'

/**
 * Columns are for marking the place within a source line, and the image has no sources. A tenth of the memory of a
 * snapshot would be columns.
 */
const withoutColumns = { PYTHONNODEBUGRANGES: '1' }

/**
 * Replaces Python sources of `files` by bytecode (`x.py` by `x.pyc` in its place), made by the very interpreter that will
 * run it. A file that does not compile, such as a template, stays as it is.
 *
 * @param others what Python starts with, where that is not among the files
 */
export async function compilePython(
  files: Files,
  image: Omit<Image, 'archive' | 'files'>,
  others: Files = new Map(),
) {
  const { archive, index } = await packArchive(new Map([...others, ...files]), effort.build)
  const python = await startPython(
    { ...image, archive: compile(archive), files: index },
    withoutColumns,
  )
  const { kernel } = python
  const sources = [...files.keys()].filter((path) => path.endsWith('.py'))
  for (const path of sources) {
    kernel.writeFile(`/compile/source/${path}`, files.get(path) ?? new Uint8Array(0))
  }
  kernel.writeFile('/compile/paths', new TextEncoder().encode(sources.join('\n')))
  const notes = await python.run(readFileSync(join(import.meta.dirname, 'compile.py'), 'utf8'))

  const compiled: Files = new Map(files)
  for (const path of sources) {
    const bytecode = kernel.readFile(`/compile/bytecode/${path}c`)
    if (!bytecode) continue
    compiled.delete(path)
    compiled.set(`${path}c`, bytecode)
  }
  return { files: compiled, notes }
}
