import * as z from 'zod'
import { parseJson } from '../json.ts'
import { newFileId } from './file-id.ts'
import { mimeTypeOf } from './file-name.ts'
import { found, namesIn, text, type Folder } from './folder.ts'
import { keepWhole, noteOf } from './keeping.ts'
import {
  FileId,
  type FileDetails,
  type FileStore,
  type Intake,
  type ReportRecord,
  type StoredFile,
} from './store.ts'

const Record = z.object({
  name: z.string(),
  bytes: z.int(),
  purpose: z.string(),
  createdAt: z.int(),
  expiresAt: z.int(),
})

export interface DiskStoreOptions {
  folder: Folder
  owner: string
  ttlSeconds: number
  now?: () => number
  report?: ReportRecord
}

/**
 * The files of one owner on a disk, which any number of servers may share. A file is two: its content, and a record of
 * it that is written when the content is there.
 */
export function diskStore({
  folder,
  owner,
  ttlSeconds,
  now = Date.now,
  report = () => {},
}: DiskStoreOptions): FileStore {
  const records = `http://folder/records/${owner}/`
  const recordUrl = (id: FileId) => `${records}${id}`
  const contentUrl = (id: FileId) => `http://folder/content/${owner}/${id}`

  return {
    put: (file) => keepWhole(receive(), file),

    receive,

    find: readRecord,

    async open(id, range) {
      if (!(await readRecord(id))) return null
      const headers = range && { range: `bytes=${range.offset}-${range.offset + range.length - 1}` }
      const response = await folder.fetch(contentUrl(id), { ...(headers && { headers }) })
      return found(response) ? response.body : null
    },

    async list() {
      const names = await namesIn(folder, records)
      // Ids begin with the time. What is called anything else is nobody's file.
      const ids = names
        .flatMap((name) => FileId.safeParse(name).data ?? [])
        .toSorted((a, b) => (a < b ? 1 : -1))
      const files = await Promise.all(ids.map(readRecord))
      return files.filter((file) => file !== null)
    },

    async delete(id) {
      const file = await readRecord(id)
      await remove(recordUrl(id))
      await remove(contentUrl(id))
      return file !== null
    },
  }

  function receive(): Intake {
    const id = newFileId(now())
    const content = new TransformStream<Uint8Array, Uint8Array>()
    const writer = content.writable.getWriter()
    const dropped = new AbortController()
    const stored = put(contentUrl(id), content.readable, dropped.signal)
    // What goes wrong is told to whoever writes or waits for the end.
    stored.catch(() => {})
    writer.closed.catch(() => {})
    let bytes = 0
    return {
      async write(piece) {
        bytes += piece.length
        await writer.write(piece)
      },
      async keep(details) {
        await writer.close()
        await stored
        return describe(id, bytes, details)
      },
      async drop() {
        // The disk keeps nothing of a file that does not come to its end.
        dropped.abort()
        await stored.then(
          () => remove(contentUrl(id)),
          () => {},
        )
      },
    }
  }

  async function describe(id: FileId, bytes: number, details: FileDetails): Promise<StoredFile> {
    const { mimeType, ...note } = noteOf(details, now(), ttlSeconds)
    const record = { bytes, ...note }
    await put(recordUrl(id), JSON.stringify(record))
    return { id, ...record, mimeType }
  }

  /** The file of an id, unless there is none or its time is over. */
  async function readRecord(id: FileId): Promise<StoredFile | null> {
    const response = await folder.fetch(recordUrl(id))
    if (!found(response)) return null
    const record = Record.safeParse(parseJson(await text(response)))
    if (!record.success) {
      report(new Error(`The record of ${owner}/${id} is none: ${record.error.message}`))
      return null
    }
    if (record.data.expiresAt * 1000 <= now()) return null
    return { id, ...record.data, mimeType: mimeTypeOf(record.data.name) }
  }

  async function put(
    url: string,
    body: ReadableStream<Uint8Array> | string,
    signal: AbortSignal | null = null,
  ): Promise<void> {
    found(await folder.fetch(url, { method: 'PUT', body, signal }))
  }

  async function remove(url: string): Promise<void> {
    found(await folder.fetch(url, { method: 'DELETE' }))
  }
}
