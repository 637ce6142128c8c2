import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compile } from '../python-runtime/build/wasm/compile.ts'
import type { Image, ImageRecord } from '../python-runtime/guest/image.ts'
import type { ImageName } from '../python-runtime/images.ts'

const dist = join(import.meta.dirname, '../python-runtime/dist')

/** A file of a built image. */
export async function readImageFile(
  name: string,
  image: ImageName = 'standard',
): Promise<Uint8Array<ArrayBuffer>> {
  const folder = image === 'standard' ? dist : join(dist, image)
  return new Uint8Array(await readFile(join(folder, name)))
}

/** Where files and blocks lie in the built image. Our own build wrote it. */
export async function readImageRecord(image?: ImageName): Promise<ImageRecord> {
  return JSON.parse(new TextDecoder().decode(await readImageFile('image.json.txt', image)))
}

/** A built image, to start programs from in this very process. */
export async function readImage(image: ImageName = 'standard'): Promise<Image> {
  const read = (name: string) => readImageFile(name, image)
  return {
    ...(await readImageRecord(image)),
    program: compile(await read('python.wasm')),
    snapshot: compile(await read('snapshot.wasm')),
    archive: compile(await read('files.wasm')),
    parts:
      image === 'standard'
        ? null
        : { memory: await read('memory.bin'), files: await read('files.bin') },
  }
}
