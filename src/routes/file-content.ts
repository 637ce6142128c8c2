import type { MiddlewareHandler } from 'hono'
import type { CallerVariables } from '../auth/require-caller.ts'
import { ApiError } from '../errors.ts'
import { byteRange } from '../files/byte-range.ts'
import type { FileLinks } from '../files/signed-url.ts'
import type { FileStore, StoredFile } from '../files/store.ts'
import type { AppContext } from './context.ts'
import { fileIdOf, noSuchFile } from './files.ts'

export interface FileContentServices {
  filesOf: (owner: string) => FileStore
  links: FileLinks
}

/** What browsers may show by themselves; everything else they save. */
const SHOWN_TYPES = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/svg+xml',
  'application/pdf',
  'text/plain',
  'text/csv',
]

type CallerMiddleware = MiddlewareHandler<{ Variables: CallerVariables }>

/** Lets a signed link in without a key; everyone else takes the usual way. */
export function signedOr(
  { links }: FileContentServices,
  usualWay: CallerMiddleware,
): CallerMiddleware {
  return async (c, next) => {
    const url = new URL(c.req.url)
    if (!url.searchParams.has('signature')) return usualWay(c, next)

    const owner = await links.verify(url, fileIdOf(c.req.param('id')))
    if (owner === null) {
      throw new ApiError('This link to a file is not valid, or no longer.', {
        status: 403,
        code: 'invalid_signature',
      })
    }
    c.set('caller', { owner, key: null })
    return next()
  }
}

/** GET /v1/files/{id}/content */
export function fileContent({ filesOf }: FileContentServices) {
  return async (c: AppContext): Promise<Response> => {
    const id = fileIdOf(c.req.param('id'))
    const files = filesOf(c.get('caller').owner)
    const file = (await files.find(id)) ?? noSuchFile(id)
    return contentOf(c, files, file)
  }
}

/** A file, or the part of it that is asked for. */
export async function contentOf(
  c: AppContext,
  files: FileStore,
  file: StoredFile,
): Promise<Response> {
  const range = byteRange(c.req.header('Range') ?? null, file.bytes)
  if (range === 'unsatisfiable') {
    throw new ApiError(`The file has ${file.bytes} bytes.`, {
      status: 416,
      code: 'range_not_satisfiable',
      headers: { 'content-range': `bytes */${file.bytes}` },
    })
  }

  const body = (await files.open(file.id, range)) ?? noSuchFile(file.id)
  if (!range) {
    return new Response(body, {
      headers: { ...headersFor(file), 'content-length': String(file.bytes) },
    })
  }
  const { offset, length } = range
  return new Response(body, {
    status: 206,
    headers: {
      ...headersFor(file),
      'content-length': String(length),
      'content-range': `bytes ${offset}-${offset + length - 1}/${file.bytes}`,
    },
  })
}

/** The content is a stranger's: it is shown only where it can do nothing. */
function headersFor(file: StoredFile): Record<string, string> {
  const disposition = SHOWN_TYPES.includes(file.mimeType) ? 'inline' : 'attachment'
  return {
    'content-type': file.mimeType,
    'content-disposition': `${disposition}; filename*=UTF-8''${encodeRfc8187(file.name)}`,
    'content-security-policy':
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=3600',
  }
}

function encodeRfc8187(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  })
}
