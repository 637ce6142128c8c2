import { ApiError } from '../errors.ts'
import { safeName } from '../files/file-name.ts'
import { FileId, type FileStore } from '../files/store.ts'
import { fromBase64 } from './base64.ts'

/** The folder that programs start in and find their files in. */
export const WORKING_FOLDER = '/mnt/data'

/** A file for a sandbox, as a client names it: one stored here, or its content as base64 or `data:` URL. */
export interface MountRequest {
  /** Where the request says so, in OpenAI's notation. */
  param: string
  name?: string | undefined
  fileId?: string | undefined
  data?: string | undefined
}

export interface Mount {
  name: string
  bytes: Uint8Array
}

/**
 * The files of a request in the order they are asked for, under names that differ, and of no more bytes than
 * `maxBytes` together. A stored file that is asked for again is the same mount again.
 *
 * @throws ApiError 400 for a file that is not there or not readable, 413 for too much of it
 */
export async function mountFiles(
  requests: readonly MountRequest[],
  files: FileStore,
  maxBytes: number,
): Promise<Mount[]> {
  const mounts: Mount[] = []
  const stored = new Map<string, Mount>()
  const taken = new Set<string>()
  let total = 0

  for (const request of requests) {
    const known = stored.get(request.fileId ?? '')
    const mount = known ?? (await mountFile(request, files))
    mounts.push(mount)
    if (known) continue

    total += mount.bytes.byteLength
    if (total > maxBytes) throw tooMuch(request.param, maxBytes)
    mount.name = freeName(mount.name, taken)
    taken.add(mount.name)
    if (request.fileId !== undefined) stored.set(request.fileId, mount)
  }
  return mounts
}

async function mountFile(request: MountRequest, files: FileStore): Promise<Mount> {
  const { name, bytes } = await content(request, files)
  return { name: safeName(name), bytes }
}

async function content({ param, name, fileId, data }: MountRequest, files: FileStore) {
  if (data !== undefined) {
    return { name: name ?? 'file', bytes: decoded(data, param) }
  }
  const id = FileId.safeParse(fileId)
  const file = id.success ? await files.find(id.data) : null
  const body = file && (await files.open(file.id))
  if (!file || !body) {
    throw new ApiError(
      `No such file: ${JSON.stringify(fileId ?? '')}. Upload it to /v1/files first.`,
      {
        status: 400,
        code: 'file_not_found',
        param,
      },
    )
  }
  return { name: name ?? file.name, bytes: new Uint8Array(await new Response(body).arrayBuffer()) }
}

function decoded(data: string, param: string): Uint8Array {
  try {
    return fromBase64(data.replace(/^data:[^,]*;base64,/, ''))
  } catch (cause) {
    throw new ApiError('The content of the file is neither base64 nor a `data:…;base64,` URL.', {
      status: 400,
      code: 'invalid_base64',
      param,
      cause,
    })
  }
}

function tooMuch(param: string, maxBytes: number): ApiError {
  return new ApiError(
    `The files of a sandbox may have ${maxBytes} bytes in all. Name fewer files, or smaller ones.`,
    { status: 413, code: 'files_too_large', param },
  )
}

/** `data.csv`, or `data-2.csv` when that is taken, and so on. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  let free = name
  for (let copy = 2; taken.has(free); copy++) free = `${stem}-${copy}${ending}`
  return free
}
