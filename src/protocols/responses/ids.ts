/** What the ids of items begin with, by their types. */
const PREFIXES: Record<string, string> = {
  message: 'msg',
  reasoning: 'rs',
  function_call: 'fc',
  function_call_output: 'fco',
  custom_tool_call: 'ctc',
  custom_tool_call_output: 'ctco',
  code_interpreter_call: 'ci',
  web_search_call: 'ws',
}

/** The ids of a response and of its items, which tell whose they are. */
export interface ResponseIds {
  response: string
  /** The id of the item at a place of the output. */
  output: (type: string, index: number) => string
  /** The id of the item at a place of the input. */
  input: (type: string, index: number) => string
}

export function responseIds(response: string): ResponseIds {
  const own = response.slice('resp_'.length)
  const idAt = (side: string) => (type: string, index: number) =>
    `${PREFIXES[type] ?? 'item'}_${own}${side}${index.toString(16).padStart(3, '0')}`
  return { response, output: idAt('o'), input: idAt('i') }
}
