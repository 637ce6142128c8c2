import { ApiError } from '../../errors.ts'
import type { JsonObject, OwnState } from '../../state/store.ts'
import type { ResponseIds } from './ids.ts'
import { Item, type PlacedItem } from './items.ts'
import { inputItems, type ResponseRequest } from './request.ts'

type State = Pick<OwnState, 'getResponse' | 'getItem' | 'conversationItems'>

/** What one request may stand on: more is more than any model reads. */
const MAX_RESPONSES = 200
const MAX_ITEMS = 5_000
const MAX_CHARACTERS = 32 * 1024 * 1024

/** All that a request tells a model. */
export interface Told {
  /** With what came before. */
  items: PlacedItem[]
  /** The request's own, each with an id: what is kept of it. */
  input: JsonObject[]
}

/**
 * The items of a request, behind those of its past: of the responses that it goes on from, or of its conversation.
 * References are the items that they mean.
 *
 * @throws ApiError for a past that is not there, or is too much
 */
export async function toldItems(
  request: ResponseRequest,
  state: State,
  ids: ResponseIds,
): Promise<Told> {
  const room = new Room()
  const own = await ownItems(request, state, ids, room)
  const { previous_response_id: previous } = request
  const conversation = conversationOf(request)
  const past = previous
    ? await itemsBefore(previous, state, room)
    : conversation
      ? await itemsOf(conversation, state, room)
      : []
  if (past.length + own.length === 0 && !request.instructions) throw NOTHING
  const place = previous ? 'previous_response_id' : 'conversation'
  return {
    items: [...past.map((item) => ({ place, item })), ...own.map(({ told }) => told)],
    input: own.map(({ kept }) => kept),
  }
}

/** The conversation that a request is a part of. */
export function conversationOf({ conversation }: ResponseRequest): string | null {
  if (!conversation) return null
  return typeof conversation === 'string' ? conversation : conversation.id
}

async function ownItems(request: ResponseRequest, state: State, ids: ResponseIds, room: Room) {
  const own: { told: PlacedItem; kept: JsonObject }[] = []
  for (const [index, item] of inputItems(request).entries()) {
    const place = `input[${index}]`
    const found = item.type === 'item_reference' ? await referred(item.id, place, state) : item
    room.take([found], 'input')
    const id = found.id ?? ids.input(found.type, index)
    own.push({ told: { place, item: found }, kept: { ...found, id } })
  }
  return own
}

async function referred(id: string, place: string, state: State): Promise<Item> {
  const item = Item.safeParse(await state.getItem(id)).data
  if (item) return item
  throw new ApiError(
    `Item with id '${id.slice(0, 100)}' not found. It may have expired, or come of a response with \`"store": false\`: give it as a whole.`,
    { status: 404, code: 'item_not_found', param: `${place}.id` },
  )
}

async function itemsBefore(id: string, state: State, room: Room): Promise<Item[]> {
  const pieces: Item[][] = []
  let next: string | null = id
  while (next !== null) {
    if (pieces.length === MAX_RESPONSES) throw tooMuch('previous_response_id')
    const response = await state.getResponse(next)
    if (!response) throw noSuchResponse(next)
    const items = read([...response.input, ...outputOf(response.body)])
    room.take(items, 'previous_response_id')
    pieces.push(items)
    next = response.previousResponseId
  }
  return pieces.toReversed().flat()
}

async function itemsOf(conversation: string, state: State, room: Room): Promise<Item[]> {
  const items = await state.conversationItems(conversation)
  if (!items) {
    throw new ApiError(`Conversation with id '${conversation.slice(0, 100)}' not found.`, {
      status: 404,
      code: 'conversation_not_found',
      param: 'conversation',
    })
  }
  const known = read(items)
  room.take(known, 'conversation')
  return known
}

function outputOf({ output }: JsonObject): unknown[] {
  return Array.isArray(output) ? output : []
}

/** What was kept as items; a conversation may have some that nobody here knows, and that no model is told of. */
function read(items: readonly unknown[]): Item[] {
  return items.flatMap((item) => Item.safeParse(item).data ?? [])
}

/** What there is room for in one request. */
class Room {
  #items = 0
  #characters = 0

  take(items: readonly Item[], param: string): void {
    this.#items += items.length
    this.#characters += items.reduce((sum, item) => sum + JSON.stringify(item).length, 0)
    if (this.#items > MAX_ITEMS || this.#characters > MAX_CHARACTERS) throw tooMuch(param)
  }
}

const NOTHING = new ApiError(
  "Invalid 'input': it is missing; expected a text or a list of items.",
  {
    status: 400,
    code: 'missing_required_parameter',
    param: 'input',
  },
)

function tooMuch(param: string): ApiError {
  return new ApiError(
    'There is more before this request than one may stand on. Begin anew, with what matters in `input`.',
    { status: 400, code: 'context_too_large', param },
  )
}

function noSuchResponse(id: string): ApiError {
  return new ApiError(
    `Previous response with id '${id.slice(0, 100)}' not found. It may have expired, or have been asked for with \`"store": false\`.`,
    { status: 400, code: 'previous_response_not_found', param: 'previous_response_id' },
  )
}
