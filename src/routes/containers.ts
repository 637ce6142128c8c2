import * as z from 'zod'
import { ApiError } from '../errors.ts'
import { FileId, type FileStore } from '../files/store.ts'
import type { ContainerFile, OwnState, StoredContainer } from '../state/store.ts'
import type { AppContext } from './context.ts'
import { notFound } from './not-found.ts'
import { firstOf, PageQuery, readQuery } from './paging.ts'
import { readJson } from './read-json.ts'

const OURS = 'expected "1g", or nothing: SANDBOX_MEMORY_BYTES says what a program has here'

export const ContainerRequest = z.strictObject({
  name: z.string().min(1).max(256),
  expires_after: z
    .strictObject({
      anchor: z.literal('last_active_at'),
      minutes: z.int().min(1).describe('Never longer than files are kept.'),
    })
    .nullish(),
  file_ids: z.array(z.string()).max(100).nullish(),
  memory_limit: z
    .literal('1g', OURS)
    .nullish()
    .describe("OpenAI's default, which changes nothing here."),
  network_policy: z
    .looseObject({ type: z.literal('disabled', 'expected "disabled": programs have no network') })
    .nullish(),
  skills: z.array(z.never('expected none: this server has no skills')).nullish(),
})

export const ContainerQuery = PageQuery.extend({ name: z.string().optional() })

export const ContainerObject = z.strictObject({
  id: z.string(),
  object: z.literal('container'),
  name: z.string(),
  status: z.literal('running'),
  created_at: z.int(),
  last_active_at: z.int(),
  expires_after: z.strictObject({ anchor: z.literal('last_active_at'), minutes: z.int() }),
  network_policy: z.strictObject({ type: z.literal('disabled') }),
})

export interface ContainerServices {
  stateOf: (owner: string) => OwnState
  filesOf: (owner: string) => FileStore
}

/** /v1/containers: the files that programs find, and those that they have made. */
export function containers({ stateOf, filesOf }: ContainerServices) {
  const stateFor = (c: AppContext) => stateOf(c.get('caller').owner)
  const idOf = (c: AppContext) => c.req.param('id') ?? ''

  return {
    create: async (c: AppContext) => {
      const request = await readJson(c.req.raw, ContainerRequest)
      const store = filesOf(c.get('caller').owner)
      const files = await attachedFiles(store, request.file_ids ?? [])
      const minutes = request.expires_after?.minutes
      const made = await stateFor(c).createContainer({
        name: request.name,
        files,
        ...(minutes !== undefined && { minutes }),
      })
      return c.json(toObject(made))
    },

    list: async (c: AppContext) => {
      const { after, limit, order, name } = readQuery(c, ContainerQuery)
      const all = stateFor(c).containers({ order, ...(after !== undefined && { after }) })
      return c.json(await firstOf(objectsNamed(all, name), limit))
    },

    retrieve: async (c: AppContext) => {
      const used = await stateFor(c).touchContainer(idOf(c), [])
      return c.json(toObject(used ?? notFound('Container', idOf(c))))
    },

    remove: async (c: AppContext) => {
      const state = stateFor(c)
      const store = filesOf(c.get('caller').owner)
      const id = idOf(c)
      if ((await state.container(id)) === null) notFound('Container', id)
      const files = await state.containerFiles(id)
      await Promise.all(files.map((file) => forget(store, file)))
      return c.json({ id, object: 'container.deleted', deleted: await state.deleteContainer(id) })
    },
  }
}

/** Deletes a file that is the container's, as against one that its owner had before. */
export async function forget(store: FileStore, { id, kind }: ContainerFile): Promise<void> {
  const fileId = FileId.safeParse(id)
  if (kind !== 'attached' && fileId.success) await store.delete(fileId.data)
}

/** Files of the owner, for a container. */
async function attachedFiles(store: FileStore, ids: readonly string[]): Promise<ContainerFile[]> {
  return Promise.all(
    ids.map(async (id, index) => {
      const fileId = FileId.safeParse(id)
      const file = fileId.success ? await store.find(fileId.data) : null
      return { id: file?.id ?? noFile(id, `file_ids[${index}]`), kind: 'attached' }
    }),
  )
}

export function noFile(id: string, param: string): never {
  throw new ApiError(`No such file: ${JSON.stringify(id.slice(0, 64))}. It may have expired.`, {
    status: 404,
    code: 'file_not_found',
    param,
  })
}

async function* objectsNamed(all: AsyncIterable<StoredContainer>, name: string | undefined) {
  for await (const container of all) {
    if (name === undefined || container.name === name) yield toObject(container)
  }
}

function toObject(container: StoredContainer): z.infer<typeof ContainerObject> {
  return {
    id: container.id,
    object: 'container',
    name: container.name,
    status: 'running',
    created_at: container.createdAt,
    last_active_at: container.lastActiveAt,
    expires_after: { anchor: 'last_active_at', minutes: container.minutes },
    network_policy: { type: 'disabled' },
  }
}
