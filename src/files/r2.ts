import * as z from 'zod'
import { newFileId } from './file-id.ts'
import { mimeTypeOf, safeName } from './file-name.ts'
import { FileId, type FileStore, type StoredFile } from './store.ts'

/** What is kept beside the bytes. The name is percent-encoded, since metadata travels in headers. */
const Metadata = z.object({
  name: z.string().transform(decodeURIComponent),
  purpose: z.string(),
  createdAt: z.coerce.number(),
  expiresAt: z.coerce.number(),
})

export interface R2StoreOptions {
  bucket: R2Bucket
  owner: string
  ttlSeconds: number
  now?: () => number
}

/** The files of one owner in an R2 bucket, under keys that begin with the owner's name. */
export function r2Store({ bucket, owner, ttlSeconds, now = Date.now }: R2StoreOptions): FileStore {
  const keyOf = (id: FileId) => `${owner}/${id}`

  return {
    async put({ name, content, purpose, ttlSeconds: ownTtl }) {
      const createdAt = Math.floor(now() / 1000)
      const file = {
        name: safeName(name),
        purpose,
        createdAt,
        expiresAt: createdAt + Math.min(ownTtl ?? ttlSeconds, ttlSeconds),
      }
      const id = newFileId(now())

      await bucket.put(keyOf(id), content, {
        customMetadata: {
          name: encodeURIComponent(file.name),
          purpose,
          createdAt: String(file.createdAt),
          expiresAt: String(file.expiresAt),
        },
      })
      return { id, ...file, mimeType: mimeTypeOf(file.name), bytes: content.byteLength }
    },

    async find(id) {
      const object = await bucket.head(keyOf(id))
      return object && present(object)
    },

    async open(id, range) {
      const object = await bucket.get(keyOf(id), range && { range })
      return object && present(object) && object.body
    },

    async list() {
      const files: StoredFile[] = []
      for await (const object of objects()) {
        const file = present(object)
        if (file) files.push(file)
      }
      // Ids begin with the time, and a bucket lists its keys in order.
      return files.toReversed()
    },

    async delete(id) {
      const object = await bucket.head(keyOf(id))
      await bucket.delete(keyOf(id))
      return object !== null && present(object) !== null
    },
  }

  async function* objects(): AsyncGenerator<R2Object> {
    let cursor: string | undefined
    do {
      const page: R2Objects = await bucket.list({
        prefix: `${owner}/`,
        include: ['customMetadata'],
        ...(cursor === undefined ? {} : { cursor }),
      })
      yield* page.objects
      cursor = page.truncated ? page.cursor : undefined
    } while (cursor !== undefined)
  }

  /** The file that an object is, unless its time is over. */
  function present(object: R2Object): StoredFile | null {
    const { name, purpose, createdAt, expiresAt } = Metadata.parse(object.customMetadata)
    if (expiresAt * 1000 <= now()) return null

    const id = FileId.parse(object.key.slice(owner.length + 1))
    return {
      id,
      name,
      mimeType: mimeTypeOf(name),
      bytes: object.size,
      purpose,
      createdAt,
      expiresAt,
    }
  }
}
