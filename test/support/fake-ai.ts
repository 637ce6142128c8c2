import type { Fields } from '../../src/model/fields.ts'
import type { WorkersAi } from '../../src/model/workers-ai.ts'

interface Asked {
  model: string
  inputs: Fields
  signal: AbortSignal
}

/** Cloudflare's `AI` binding, as its documentation describes it, with answers given in advance. */
export class FakeAi implements WorkersAi {
  readonly asked: Asked[] = []
  readonly #answers: Response[]

  constructor(...answers: Response[]) {
    this.#answers = answers
  }

  async run(model: string, inputs: Fields, { signal }: { signal: AbortSignal }): Promise<Response> {
    this.asked.push({ model, inputs, signal })
    return this.#answers.shift() ?? refusesAi(500, 3001, 'The script is over.')
  }
}

/** An error as the binding's raw response has it. */
export function refusesAi(status: number, internalCode: number, description: string): Response {
  const error = { internalCode, message: 'AiError', name: 'AiError', description }
  return Response.json(error, { status })
}

/** Events as the binding streams them; a text stands for itself. */
export function streamsAi(...events: (object | string)[]): Response {
  const lines = events.map(
    (each) => `data: ${typeof each === 'string' ? each : JSON.stringify(each)}\n\n`,
  )
  // Cut where no event ends, since a network cuts anywhere.
  const bytes = new TextEncoder().encode(lines.join(''))
  const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, index) =>
    bytes.slice(index * 7, index * 7 + 7),
  )
  const body = new ReadableStream({
    pull(controller) {
      const piece = pieces.shift()
      if (piece) controller.enqueue(piece)
      else controller.close()
    },
  })
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
}
