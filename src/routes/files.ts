import * as z from 'zod'
import type { Caller } from '../auth/door.ts'
import { ApiError } from '../errors.ts'
import { FileId, type FileStore, type StoredFile } from '../files/store.ts'
import type { AppContext } from './context.ts'
import { readQuery } from './paging.ts'
import { readUpload } from './read-upload.ts'

export interface FileRouteServices {
  limits: { maxFileBytes: number }
  filesOf: (owner: string) => FileStore
}

/** /v1/files: OpenAI's Files API, except for the content. */
export function files({ limits, filesOf }: FileRouteServices) {
  const filesFor = (caller: Caller) => filesOf(caller.owner)

  return {
    upload: async (c: AppContext) => {
      const store = filesFor(c.get('caller'))
      return c.json(toObject(await readUpload(c.req.raw, store, limits.maxFileBytes)))
    },

    list: async (c: AppContext) => {
      const { after, limit, order, purpose } = readQuery(c, FileQuery)
      const all = await filesFor(c.get('caller')).list()
      const fitting = all.filter((file) => purpose === undefined || file.purpose === purpose)
      const ordered = order === 'desc' ? fitting : fitting.toReversed()
      const start = after === undefined ? 0 : ordered.findIndex(({ id }) => id === after) + 1
      const data = ordered.slice(start, start + limit).map(toObject)
      return c.json({
        object: 'list',
        data,
        first_id: data.at(0)?.id ?? null,
        last_id: data.at(-1)?.id ?? null,
        has_more: start + limit < ordered.length,
      })
    },

    retrieve: async (c: AppContext) => {
      const id = fileIdOf(c.req.param('id'))
      return c.json(toObject((await filesFor(c.get('caller')).find(id)) ?? noSuchFile(id)))
    },

    removeMany: async (c: AppContext) => {
      const { purpose, limit } = readQuery(c, RemovalQuery)
      const store = filesFor(c.get('caller'))
      const fitting = (await store.list()).filter((file) => file.purpose === purpose)
      const oldest = fitting.toReversed().slice(0, limit)
      await Promise.all(oldest.map(({ id }) => store.delete(id)))
      return c.json({
        object: 'list',
        data: oldest.map(({ id }) => ({ id, object: 'file', deleted: true })),
        has_more: fitting.length > oldest.length,
      })
    },

    remove: async (c: AppContext) => {
      const id = fileIdOf(c.req.param('id'))
      const deleted = await filesFor(c.get('caller')).delete(id)
      return c.json({ id, object: 'file', deleted: deleted || noSuchFile(id) })
    },
  }
}

export const FileQuery = z.object({
  after: z.string().optional().describe('The id that the page before ended with.'),
  limit: z.coerce.number().int().min(1).max(10_000).default(10_000),
  order: z.enum(['asc', 'desc']).default('desc').describe('By age; `desc` has the newest first.'),
  purpose: z.string().optional(),
})

/** Files to delete, the oldest first. One call takes only so many, so that it ends soon; `has_more` asks for another. */
export const RemovalQuery = z.object({
  purpose: z
    .string('expected the purpose of the files to delete')
    .describe('Only files of this purpose.'),
  limit: z.coerce.number().int().min(1).max(100).default(100),
})

/** The id in the path. One that cannot be an id is that of no file. */
export function fileIdOf(id = ''): FileId {
  const parsed = FileId.safeParse(id)
  return parsed.success ? parsed.data : noSuchFile(id)
}

export function noSuchFile(id: string): never {
  throw new ApiError(`No such file: ${JSON.stringify(id.slice(0, 64))}. It may have expired.`, {
    status: 404,
    code: 'file_not_found',
    param: 'id',
  })
}

export const FileObject = z.strictObject({
  id: z.string(),
  object: z.literal('file'),
  bytes: z.int().nonnegative(),
  created_at: z.int(),
  expires_at: z.int(),
  filename: z.string(),
  purpose: z.string(),
  status: z.literal('processed'),
})
type FileObject = z.infer<typeof FileObject>

function toObject(file: StoredFile): FileObject {
  return {
    id: file.id,
    object: 'file',
    bytes: file.bytes,
    created_at: file.createdAt,
    expires_at: file.expiresAt,
    filename: file.name,
    purpose: file.purpose,
    status: 'processed',
  }
}
