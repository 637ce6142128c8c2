import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compile } from '../python-runtime/build/wasm/compile.ts'
import type { Image, ImageRecord } from '../python-runtime/guest/image.ts'

const dist = join(import.meta.dirname, '../python-runtime/dist')

/** A file of the built image. */
export async function readImageFile(name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(join(dist, name)))
}

/** Where files and blocks lie in the built image. Our own build wrote it. */
export async function readImageRecord(): Promise<ImageRecord> {
  return JSON.parse(new TextDecoder().decode(await readImageFile('image.json.txt')))
}

/** The built image, to start programs from in this very process. */
export async function readImage(): Promise<Image> {
  return {
    ...(await readImageRecord()),
    program: compile(await readImageFile('python.wasm')),
    snapshot: compile(await readImageFile('snapshot.wasm')),
    archive: compile(await readImageFile('files.wasm')),
  }
}
