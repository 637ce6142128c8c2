import { ApiError } from '../errors.ts'
import type { OwnState, StoredResponse } from '../state/store.ts'
import type { AppContext } from './context.ts'
import { includesOf, shownItem, shownResponse } from './kept-items.ts'
import { notFound } from './not-found.ts'
import { PageQuery, pageOf, readQuery } from './paging.ts'

export interface KeptResponseServices {
  stateOf: (owner: string) => OwnState
}

/** /v1/responses/{id}: responses that were kept. */
export function keptResponses({ stateOf }: KeptResponseServices) {
  const stateFor = (c: AppContext) => stateOf(c.get('caller').owner)
  const find = async (c: AppContext): Promise<StoredResponse> => {
    const id = c.req.param('id') ?? ''
    return (await stateFor(c).getResponse(id)) ?? notFound('Response', id)
  }

  return {
    retrieve: async (c: AppContext) => {
      const { body } = await find(c)
      if (c.req.query('stream') === 'true') {
        throw refusal(
          "A response can be streamed again only if it was created with 'background', which this server does not do.",
          'stream',
        )
      }
      return c.json(shownResponse(body, includesOf(c)))
    },

    remove: async (c: AppContext) => {
      const id = c.req.param('id') ?? ''
      const isDeleted = await stateFor(c).deleteResponse(id)
      return c.json({ id, object: 'response', deleted: isDeleted || notFound('Response', id) })
    },

    cancel: async (c: AppContext) => {
      await find(c)
      throw refusal(
        "Cannot cancel a synchronous response: only one that was created with 'background' could be.",
        'id',
      )
    },

    inputItems: async (c: AppContext) => {
      const query = readQuery(c, PageQuery)
      const includes = includesOf(c)
      const { input } = await find(c)
      return c.json(
        pageOf(
          input.map((item) => shownItem(item, includes)),
          query,
        ),
      )
    },
  }
}

function refusal(message: string, param: string): ApiError {
  return new ApiError(message, { status: 400, code: 'invalid_value', param })
}
