import * as z from 'zod'
import { isId } from './ids.ts'
import { JsonObject, shelf, type Keeping } from './shelf.ts'
import type { OwnState } from './store.ts'

const Response = z.object({
  id: z.string(),
  createdAt: z.int(),
  expiresAt: z.int(),
  previousResponseId: z.string().nullable(),
  conversationId: z.string().nullable(),
  input: z.array(JsonObject),
  body: JsonObject,
})

type Responses = Pick<OwnState, 'putResponse' | 'getResponse' | 'deleteResponse'>

/** Responses, each of which is one record. */
export function responses(keeping: Keeping): Responses {
  const { records, ttlSeconds } = keeping
  const kept = shelf(keeping, 'responses', Response)
  const getResponse = async (id: string) => (isId('resp', id) ? kept.get(id) : null)

  return {
    async putResponse(response) {
      const expiresAt = response.createdAt + ttlSeconds
      await kept.put(response.id, { ...response, input: [...response.input], expiresAt })
    },

    getResponse,

    async deleteResponse(id) {
      const response = await getResponse(id)
      if (isId('resp', id)) await records.remove('responses', [id])
      return response !== null
    },
  }
}
