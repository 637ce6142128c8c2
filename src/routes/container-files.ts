import * as z from 'zod'
import { FileId, type FileStore, type StoredFile } from '../files/store.ts'
import { inPieces } from '../state/in-pieces.ts'
import type { ContainerFile, OwnState } from '../state/store.ts'
import { forget, noFile } from './containers.ts'
import type { AppContext } from './context.ts'
import { contentOf } from './file-content.ts'
import { notFound } from './not-found.ts'
import { firstOf, PageQuery, readQuery } from './paging.ts'
import { readJson } from './read-json.ts'
import { ContainerUploadFields, readUpload } from './read-upload.ts'

export const ContainerFileRequest = z.strictObject({
  file_id: z.string().describe('A file of `/v1/files`, which is in both from then on.'),
})

export const ContainerFileObject = z.strictObject({
  id: z.string(),
  object: z.literal('container.file'),
  container_id: z.string(),
  bytes: z.int().nonnegative(),
  created_at: z.int(),
  path: z.string(),
  source: z.enum(['user', 'assistant']),
})

export interface ContainerFileServices {
  limits: { maxFileBytes: number }
  stateOf: (owner: string) => OwnState
  filesOf: (owner: string) => FileStore
}

/** /v1/containers/{id}/files. Whatever is done with them is a use of the container. */
export function containerFiles({ limits, stateOf, filesOf }: ContainerFileServices) {
  return {
    list: async (c: AppContext) => {
      const { after, limit, order } = readQuery(c, PageQuery)
      const { id, state, store } = await used(c)
      const files = await state.containerFiles(id)
      const ordered = order === 'asc' ? files : files.toReversed()
      // Ids sort by age, so that a page may go on from one that is gone.
      const left = ordered.filter(
        (file) => after === undefined || (order === 'asc' ? file.id > after : file.id < after),
      )
      return c.json(await firstOf(present(store, id, left), limit))
    },

    create: async (c: AppContext) => {
      const { id, state, store } = await used(c)
      const file = isJson(c) ? await attached(c, store) : await uploaded(c, store)
      await state.touchContainer(id, [file.entry])
      return c.json(toObject(id, file.stored, file.entry))
    },

    retrieve: async (c: AppContext) => {
      const { id, entry, stored } = await found(c)
      return c.json(toObject(id, stored, entry))
    },

    remove: async (c: AppContext) => {
      const { id, state, store, entry } = await found(c)
      // The file first: if this fails on the way, the container still has it, to be deleted again.
      await forget(store, entry)
      await state.removeContainerFile(id, entry.id)
      return c.json({ id: entry.id, object: 'container.file.deleted', deleted: true })
    },

    content: async (c: AppContext) => {
      const { store, stored } = await found(c)
      return contentOf(c, store, stored)
    },
  }

  async function used(c: AppContext) {
    const { owner } = c.get('caller')
    const id = c.req.param('id') ?? ''
    const state = stateOf(owner)
    if ((await state.touchContainer(id, [])) === null) notFound('Container', id)
    return { id, state, store: filesOf(owner) }
  }

  async function found(c: AppContext) {
    const container = await used(c)
    const fileId = c.req.param('file') ?? ''
    const files = await container.state.containerFiles(container.id)
    const entry = files.find(({ id }) => id === fileId)
    const stored = entry && (await fileOf(container.store, entry))
    if (!entry || !stored) return notFound('Container file', fileId)
    return { ...container, entry, stored }
  }

  async function uploaded(c: AppContext, store: FileStore): Promise<Added> {
    const stored = await readUpload(c.req.raw, store, limits.maxFileBytes, ContainerUploadFields)
    return { stored, entry: { id: stored.id, kind: 'uploaded' } }
  }
}

interface Added {
  stored: StoredFile
  entry: ContainerFile
}

function isJson(c: AppContext): boolean {
  return /^application\/json\b/i.test(c.req.header('Content-Type') ?? '')
}

async function attached(c: AppContext, store: FileStore): Promise<Added> {
  const { file_id: id } = await readJson(c.req.raw, ContainerFileRequest)
  const stored = await fileOf(store, { id })
  if (!stored) return noFile(id, 'file_id')
  return { stored, entry: { id: stored.id, kind: 'attached' } }
}

async function fileOf(store: FileStore, { id }: { id: string }): Promise<StoredFile | null> {
  const fileId = FileId.safeParse(id)
  return fileId.success ? store.find(fileId.data) : null
}

/** Those that have not expired. */
async function* present(store: FileStore, container: string, files: readonly ContainerFile[]) {
  const all = inPieces(files, async (file) => ({ file, stored: await fileOf(store, file) }))
  for await (const { file, stored } of all) {
    if (stored) yield toObject(container, stored, file)
  }
}

function toObject(
  container: string,
  { id, bytes, createdAt, name }: StoredFile,
  { kind }: ContainerFile,
): z.infer<typeof ContainerFileObject> {
  return {
    id,
    object: 'container.file',
    container_id: container,
    bytes,
    created_at: createdAt,
    path: `/mnt/data/${name}`,
    source: kind === 'made' ? 'assistant' : 'user',
  }
}
