import * as z from 'zod'
import { newFileId } from './file-id.ts'
import { mimeTypeOf } from './file-name.ts'
import { keepWhole, noteOf } from './keeping.ts'
import { r2Writer } from './r2-writer.ts'
import {
  FileId,
  type FileDetails,
  type FileStore,
  type Intake,
  type ReportRecord,
  type StoredFile,
} from './store.ts'

/** What a record says of a file. The name is percent-encoded, since metadata travels in headers. */
const Metadata = z.object({
  name: z.string().transform((text, context) => {
    try {
      return decodeURIComponent(text)
    } catch {
      context.addIssue('expected percent-encoding')
      return z.NEVER
    }
  }),
  bytes: z.coerce.number(),
  purpose: z.string(),
  createdAt: z.coerce.number(),
  expiresAt: z.coerce.number(),
})

export interface R2StoreOptions {
  bucket: R2Bucket
  owner: string
  ttlSeconds: number
  now?: () => number
  report?: ReportRecord
}

/**
 * The files of one owner in an R2 bucket. A file is two objects: its content, and a record of it that is
 * written when the content is there, since a name and a purpose may come after the bytes. Both lie below
 * `files/`, so that one rule of the bucket can delete what has expired and nothing else.
 */
export function r2Store({
  bucket,
  owner,
  ttlSeconds,
  now = Date.now,
  report = () => {},
}: R2StoreOptions): FileStore {
  const records = `files/records/${owner}/`
  const recordKey = (id: FileId) => `${records}${id}`
  const contentKey = (id: FileId) => `files/content/${owner}/${id}`

  return {
    put: (file) => keepWhole(receive(), file),

    receive,

    async find(id) {
      const record = await bucket.head(recordKey(id))
      return record && present(record)
    },

    async open(id, range) {
      const record = await bucket.head(recordKey(id))
      const content =
        record && present(record) && (await bucket.get(contentKey(id), range && { range }))
      return content && content.body
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
      const record = await bucket.head(recordKey(id))
      await bucket.delete([recordKey(id), contentKey(id)])
      return record !== null && present(record) !== null
    },
  }

  function receive(): Intake {
    const id = newFileId(now())
    const content = r2Writer(bucket, contentKey(id))
    return {
      write: (bytes) => content.write(bytes),
      keep: async (details) => describe(id, await content.end(), details),
      drop: async () => {
        await content.abort()
        await bucket.delete(contentKey(id))
      },
    }
  }

  async function describe(id: FileId, bytes: number, details: FileDetails): Promise<StoredFile> {
    const note = noteOf(details, now(), ttlSeconds)
    const { name, purpose, createdAt, expiresAt } = note
    await bucket.put(recordKey(id), '', {
      customMetadata: {
        name: encodeURIComponent(name),
        bytes: String(bytes),
        purpose,
        createdAt: String(createdAt),
        expiresAt: String(expiresAt),
      },
    })
    return { id, bytes, ...note }
  }

  async function* objects(): AsyncGenerator<R2Object> {
    let cursor: string | undefined
    do {
      const page: R2Objects = await bucket.list({
        prefix: records,
        include: ['customMetadata'],
        ...(cursor === undefined ? {} : { cursor }),
      })
      yield* page.objects
      cursor = page.truncated ? page.cursor : undefined
    } while (cursor !== undefined)
  }

  /** The file that a record is of, unless its time is over. */
  function present(record: R2Object): StoredFile | null {
    const id = FileId.safeParse(record.key.slice(records.length))
    const details = Metadata.safeParse(record.customMetadata)
    if (!id.success || !details.success) {
      report(new Error(`The record ${record.key} is none.`))
      return null
    }
    if (details.data.expiresAt * 1000 <= now()) return null
    return { id: id.data, ...details.data, mimeType: mimeTypeOf(details.data.name) }
  }
}
