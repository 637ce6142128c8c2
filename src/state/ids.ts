const ID_PREFIXES = ['resp', 'cntr', 'conv'] as const
export type IdPrefix = (typeof ID_PREFIXES)[number]

let count = 0

/** The time, then a count, so that what is made in one millisecond sorts too: 16 hexadecimal digits. */
function timeMark(nowMs: number): string {
  count = (count + 1) % 0x1_00_00
  return nowMs.toString(16).padStart(12, '0') + count.toString(16).padStart(4, '0')
}

/** A new id, as `resp_` and 32 hexadecimal digits: the time first, so that ids sort by age, then chance. */
export function newId(prefix: IdPrefix, nowMs: number = Date.now()): string {
  return `${prefix}_${timeMark(nowMs)}${chance(8)}`
}

/** Whether there can be such a thing. What is asked for by another id is not, and no storage is asked for it. */
export function isId(prefix: IdPrefix, id: string): boolean {
  return id.startsWith(`${prefix}_`) && /^[0-9a-f]{32}$/.test(id.slice(prefix.length + 1))
}

/** Where an item is that this server has given its id. */
export type ItemPlace =
  | { in: 'response'; response: string }
  | { in: 'conversation'; conversation: string; batch: string }

/**
 * Ids of items say where their item is, so that it is found by one read: `msg_<digits of the response>o000`, with an `i`
 * for input; and `msg_<digits of the conversation>c<when it was added>000`.
 */
export function placeOf(id: string): ItemPlace | null {
  const [, digits = '', response, batch = ''] =
    /^[a-z]{1,7}_([0-9a-f]{32})(?:([oi][0-9a-f]{3})|c([0-9a-f]{20})[0-9a-f]{3})$/.exec(id) ?? []
  if (digits === '') return null
  return response === undefined
    ? { in: 'conversation', conversation: `conv_${digits}`, batch }
    : { in: 'response', response: `resp_${digits}` }
}

/** The name of what is added to a conversation at once. */
export function newBatch(nowMs: number): string {
  return timeMark(nowMs) + chance(2)
}

/** The id of an item of a conversation, by its place in what was added at once. */
export function itemId(type: string, conversation: string, batch: string, index: number): string {
  return placed(type, `${conversation.slice('conv_'.length)}c${batch}`, index)
}

/** A response's id with those of the items of its output and of its input, by their places there. */
export function responseIds(response: string) {
  const digits = response.slice('resp_'.length)
  return {
    response,
    output: (type: string, index: number) => placed(type, `${digits}o`, index),
    input: (type: string, index: number) => placed(type, `${digits}i`, index),
  }
}

function placed(type: string, where: string, index: number): string {
  return `${ITEM_PREFIXES[type] ?? 'item'}_${where}${index.toString(16).padStart(3, '0')}`
}

/** What the ids of items begin with, by their types. */
const ITEM_PREFIXES: Record<string, string> = {
  message: 'msg',
  reasoning: 'rs',
  function_call: 'fc',
  function_call_output: 'fco',
  custom_tool_call: 'ctc',
  custom_tool_call_output: 'ctco',
  code_interpreter_call: 'ci',
  web_search_call: 'ws',
}

function chance(bytes: number): string {
  const values = crypto.getRandomValues(new Uint8Array(bytes))
  return Array.from(values, (value) => value.toString(16).padStart(2, '0')).join('')
}
