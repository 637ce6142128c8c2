import { ApiError } from '../errors.ts'

/** The 404 for what there is not, or no longer, in OpenAI's words. */
export function notFound(what: string, id = ''): never {
  throw new ApiError(`${what} with id '${id.slice(0, 64)}' not found.`, {
    status: 404,
    code: 'not_found',
    param: 'id',
  })
}
