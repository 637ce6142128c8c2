import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The image's modules by their names. */
export type ImageModules = Record<string, Uint8Array>

const dist = join(import.meta.dirname, '../dist')

/** Cloudflare takes at most this much of modules for one dynamic Worker. */
const maxImageBytes = 64 * 1024 * 1024

/** Writes the modules with a manifest of their sizes and hashes, and the file by which the Worker takes them. */
export async function writeImage(modules: ImageModules): Promise<void> {
  await rm(dist, { recursive: true, force: true })
  await mkdir(dist, { recursive: true })
  const entries = Object.entries(modules).map(([name, bytes]) => {
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
export { default as archive } from './files.wasm'
export { default as record } from './image.json.txt'
export { default as guest } from './guest.js.txt'
`
