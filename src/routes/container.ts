import { ApiError } from '../errors.ts'
import { FileId, type FileStore } from '../files/store.ts'
import type { PlacedItem } from '../protocols/responses/items.ts'
import type { ResponseRequest } from '../protocols/responses/request.ts'
import { newId } from '../state/ids.ts'
import type { ContainerFile, OwnState } from '../state/store.ts'

/** The container of a response: where its programs find files, and what they make is found again. */
export interface ResponseContainer {
  id: string
  /** The ids of the files that it has, the newest under each name. */
  fileIds: readonly string[]
  /** Notes that it was used, and by what there is more in it. */
  keep: (made: readonly string[]) => Promise<void>
}

/** More are not put into one sandbox; the newest are. */
const MAX_FILES = 100

interface Services {
  state: OwnState
  files: FileStore
  maxBytes: number
}

/**
 * The container that a request names, or with `auto` the one of the last program before it, or a new one. A new one is
 * kept once there is something in it.
 */
export async function containerOf(
  request: ResponseRequest,
  items: readonly PlacedItem[],
  { state, files, maxBytes }: Services,
): Promise<ResponseContainer> {
  const position = request.tools?.findIndex(({ type }) => type === 'code_interpreter') ?? -1
  const tool = request.tools?.[position]
  if (tool?.type !== 'code_interpreter') {
    return { id: newId('cntr'), fileIds: [], keep: async () => {} }
  }

  const { container } = tool
  const named = typeof container === 'string' ? container : null
  if (named !== null && !(await state.container(named))) {
    throw noSuchContainer(named, `tools[${position}].container`)
  }
  const id = named ?? (await lastContainer(items, state))
  const attached = typeof container === 'string' ? [] : container.file_ids
  const given = [...attached, ...filesOf(items)].map((fileId): ContainerFile => {
    return { id: fileId, kind: 'attached' }
  })
  const newOne = newId('cntr')
  return {
    id: id ?? newOne,
    fileIds: id === null ? [] : await newest(await state.containerFiles(id), files, maxBytes),
    async keep(made) {
      const added = [
        ...given,
        ...made.map((fileId): ContainerFile => ({ id: fileId, kind: 'made' })),
      ]
      if (id !== null) await state.touchContainer(id, added)
      else await state.createContainer({ id: newOne, name: 'auto', files: added })
    },
  }
}

/** The container of the last program, if it is still there. */
async function lastContainer(
  items: readonly PlacedItem[],
  state: OwnState,
): Promise<string | null> {
  const ids = items.map(({ item }) =>
    item.type === 'code_interpreter_call' ? item.container_id : null,
  )
  const last = ids.findLast((id) => typeof id === 'string') ?? null
  return last !== null && (await state.container(last)) ? last : null
}

/** Files that users' messages name. */
function filesOf(items: readonly PlacedItem[]): string[] {
  return items.flatMap(({ item }) => {
    if (item.type !== 'message' || typeof item.content === 'string') return []
    return item.content.flatMap((part) => (part.type === 'input_file' ? (part.file_id ?? []) : []))
  })
}

/** Of files that are still there, the newest of each name, as far as they fit into one sandbox. */
async function newest(
  files: readonly ContainerFile[],
  store: FileStore,
  maxBytes: number,
): Promise<string[]> {
  const ids = files.slice(-MAX_FILES).flatMap(({ id }) => FileId.safeParse(id).data ?? [])
  const found = await Promise.all(ids.map((id) => store.find(id)))
  const names = new Set<string>()
  let room = maxBytes
  const chosen = found.toReversed().filter((file) => {
    if (!file || names.has(file.name) || file.bytes > room) return false
    names.add(file.name)
    room -= file.bytes
    return true
  })
  return chosen.flatMap((file) => file?.id ?? []).toReversed()
}

function noSuchContainer(id: string, param: string): ApiError {
  return new ApiError(
    `Container with id '${id.slice(0, 100)}' not found. It may have expired; {"type": "auto"} makes a new one.`,
    { status: 404, code: 'container_not_found', param },
  )
}
