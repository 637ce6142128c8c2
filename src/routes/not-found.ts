import { ApiError } from '../errors.ts'

const CODES = {
  Response: 'response_not_found',
  Conversation: 'conversation_not_found',
  Item: 'item_not_found',
  Container: 'container_not_found',
  'Container file': 'file_not_found',
} as const

/** The 404 for what there is not, or no longer, in OpenAI's words. */
export function notFound(what: keyof typeof CODES, id = ''): never {
  throw new ApiError(`${what} with id '${id.slice(0, 64)}' not found.`, {
    status: 404,
    code: CODES[what],
    param: 'id',
  })
}
