import { newFileId } from '../../src/files/file-id.ts'
import { noteOf } from '../../src/files/keeping.ts'
import type { FileDetails, FileId, FileStore, StoredFile } from '../../src/files/store.ts'

interface Kept {
  owner: string
  file: StoredFile
  content: Uint8Array
}

interface MemoryStoreOptions {
  ttlSeconds?: number
  now?: () => number
}

/** The stores of all owners, in memory. */
export function memoryStores({ ttlSeconds = 3600, now = Date.now }: MemoryStoreOptions = {}) {
  const all = new Map<FileId, Kept>()

  return (owner: string): FileStore => {
    const present = (id: FileId) => {
      const kept = all.get(id)
      return kept?.owner === owner && kept.file.expiresAt * 1000 > now() ? kept : undefined
    }
    const keep = (content: Uint8Array, details: FileDetails) => {
      const id = newFileId(now())
      const file = { id, bytes: content.byteLength, ...noteOf(details, now(), ttlSeconds) }
      all.set(id, { owner, file, content })
      return file
    }
    return {
      async put({ content, ...details }) {
        return keep(content, details)
      },
      receive() {
        const pieces: Uint8Array[] = []
        return {
          async write(bytes) {
            pieces.push(bytes.slice())
          },
          async keep(details) {
            return keep(Buffer.concat(pieces), details)
          },
          async drop() {},
        }
      },
      async find(id) {
        return present(id)?.file ?? null
      },
      async open(id, range) {
        const content = present(id)?.content
        if (!content) return null
        const { offset, length } = range ?? { offset: 0, length: content.length }
        return new Response(content.slice(offset, offset + length)).body
      },
      async list() {
        return [...all.keys()]
          .toSorted()
          .toReversed()
          .flatMap((id) => present(id)?.file ?? [])
      },
      async delete(id) {
        return present(id) !== undefined && all.delete(id)
      },
    }
  }
}
