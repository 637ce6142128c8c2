import type { ExecutedToolDelta } from '../../client/openai.mjs'

/** A chunk, as far as tests look at it. */
export interface StreamedChunk {
  id: string
  created: number
  choices: {
    delta: { content?: string; executed_tools?: ExecutedToolDelta[]; tool_calls?: object[] }
    finish_reason: string | null
  }[]
  usage?: object | null
}

/** The data of all server-sent events of a response. */
export async function eventsOf(response: Response): Promise<string[]> {
  const text = await response.text()
  return text
    .split('\n\n')
    .flatMap((event) => event.split('\n').filter((line) => line.startsWith('data: ')))
    .map((line) => line.slice('data: '.length))
}

export async function chunksOf(response: Response): Promise<StreamedChunk[]> {
  const events = await eventsOf(response)
  return events.filter((event) => event !== '[DONE]').map((event) => JSON.parse(event))
}
