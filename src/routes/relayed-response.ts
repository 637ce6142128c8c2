import * as z from 'zod'
import type { Model, Relayed } from '../model/model.ts'
import { isSearch } from '../protocols/responses/tools.ts'
import type { OwnState } from '../state/store.ts'

/** As much of a request for a response as tells who is to make it. */
export const Addressed = z.looseObject({ model: z.string().min(1) })
type Addressed = z.infer<typeof Addressed>

const Named = z.looseObject({ type: z.string().nullish(), id: z.string().nullish() })
const Past = z.object({
  tools: z.array(Named).catch([]),
  previous_response_id: z.string().nullable().catch(null),
  conversation: z
    .union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
    .nullable()
    .catch(null),
  input: z.array(Named).catch([]),
})

/**
 * What the model's own service makes of a request, where it makes responses and the request needs nothing of this server:
 * no tool, and nothing that is kept here. Else null.
 */
export async function relayedResponse(
  request: Addressed,
  model: Model,
  state: OwnState,
  signal: AbortSignal,
): Promise<Relayed | null> {
  const { tools, ...past } = Past.parse(request)
  const isOurs = tools.some(({ type }) => type === 'code_interpreter' || isSearch(type ?? ''))
  if (isOurs || (await isKept(past, state))) return null
  return model.respond(request, signal)
}

/** Whether a request goes on from something that is kept here. */
async function isKept(
  { previous_response_id, conversation, input }: Omit<z.infer<typeof Past>, 'tools'>,
  state: OwnState,
): Promise<boolean> {
  if (previous_response_id !== null && (await state.getResponse(previous_response_id))) return true
  if (conversation !== null && (await state.conversation(conversation))) return true
  const reference = input.find(({ type, id }) => type === 'item_reference' && id)
  return Boolean(reference?.id && (await state.getItem(reference.id)))
}
