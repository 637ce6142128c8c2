import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Parts } from '../guest/parts.ts'
import { imageNames, type ImageName } from '../images.ts'

export interface ImageFiles {
  /** The modules of the dynamic Worker by their names. */
  modules: Record<string, Uint8Array>
  /** What they have no room for. */
  parts: Parts | null
}

const dist = join(import.meta.dirname, '../dist')

/** Where an image lies. */
const folderOf = (name: ImageName) => (name === 'standard' ? dist : join(dist, name))

/** Cloudflare, and workerd too, take at most this much of modules for one dynamic Worker. */
export const maxImageBytes = 64 * 1024 * 1024
/** What a message between Workers may have is 32 MiB, words around it included. */
const maxPartBytes = 31 * 1024 * 1024

/** Writes each image with a manifest of sizes and hashes, and the file by which the Worker takes it. */
export async function writeImages(images: Record<ImageName, ImageFiles>): Promise<void> {
  await rm(dist, { recursive: true, force: true })
  for (const name of imageNames) {
    const { modules, parts } = images[name]
    const total = bytesOf(Object.values(modules))
    if (total > maxImageBytes) throw new Error(`${name} has ${total} bytes of modules.`)
    const partFiles = Object.entries(parts ?? {}).map(([part, bytes]): [string, Uint8Array] => {
      if (bytes.length > maxPartBytes)
        throw new Error(`The part ${part} has ${bytes.length} bytes.`)
      return [`${part}.bin`, bytes]
    })
    const folder = folderOf(name)
    await mkdir(folder, { recursive: true })
    for (const [file, bytes] of [...Object.entries(modules), ...partFiles]) {
      await writeFile(join(folder, file), bytes)
    }
    const manifest = {
      total,
      modules: Object.entries(modules).map(entryOf),
      ...(parts && { parts: partFiles.map(entryOf) }),
    }
    await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    await writeFile(join(folder, 'image.ts'), parts ? lazyIndex : index)
  }
}

function bytesOf(files: Uint8Array[]): number {
  return files.reduce((sum, { length }) => sum + length, 0)
}

function entryOf([name, bytes]: [string, Uint8Array]) {
  return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** The Worker's way to the modules; its bundler leaves them as they are. */
const index = `export { default as program } from './python.wasm'
export { default as snapshot } from './snapshot.wasm'
export { default as archive } from './files.wasm'
export { default as record } from './image.json.txt'
export { default as guest } from './guest.js.txt'
`

/** The same for an image that is loaded when it is first asked for, and its parts. */
const lazyIndex = `export const load = async () => ({
  program: (await import('./python.wasm')).default,
  snapshot: (await import('./snapshot.wasm')).default,
  archive: (await import('./files.wasm')).default,
  record: (await import('./image.json.txt')).default,
  guest: (await import('./guest.js.txt')).default,
  parts: {
    memory: (await import('./memory.bin')).default,
    files: (await import('./files.bin')).default,
  },
})
`
