import * as z from 'zod'
import { Result, ExecutionError, Usage } from '../../python-runtime/protocol.ts'

const File = z.object({ name: z.string(), bytes: z.int(), url: z.url() })

/** What came of a program, as far as it is looked at. */
const Outcome = z.object({
  stdout: z.string(),
  results: z.array(Result.extend({ file: File.optional() })),
  error: ExecutionError.nullable(),
  usage: Usage,
})
type Outcome = z.infer<typeof Outcome>

const Completion = z.object({
  choices: z.array(
    z.object({
      message: z.object({
        executed_tools: z.array(z.object({ execution: Outcome.optional() })).default([]),
      }),
    }),
  ),
})

interface Program {
  code: string
  timeout_ms?: number
  files?: readonly { name: string; data: string }[]
}

/** A program that was run, seen from outside. */
export interface Run extends Outcome {
  /** From the question to the whole answer. */
  ms: number
}

/** A deployed server, asked by one of its callers. */
export interface Deployment {
  /** How many programs it was asked to run, those of chats included. */
  readonly programs: number
  /** Asks it with the caller's key. Rejects when there is no answer within `patienceMs`, whatever its status. */
  ask(path: string, init?: RequestInit): Promise<Response>
  /** Rejects when the server does not run it. */
  run(program: Program, signal?: AbortSignal): Promise<Run>
  /** Has a model run these programs in one request, each by a call of its own. */
  chat(programs: readonly string[]): Promise<Outcome[]>
}

/** Longer than a program may take, and a cold start before it. */
const patienceMs = 120_000

export function deployment(url: string, key: string, model: string): Deployment {
  let programs = 0

  function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const limit = AbortSignal.timeout(patienceMs)
    const signal = init.signal ? AbortSignal.any([init.signal, limit]) : limit
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${key}`)
    return fetch(new URL(path, url), { ...init, headers, signal })
  }

  async function post(path: string, body: object, signal?: AbortSignal): Promise<unknown> {
    const response = await ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      ...(signal && { signal }),
    })
    const text = await response.text()
    if (!response.ok) throw new Refusal(response.status, text)
    return JSON.parse(text)
  }

  return {
    get programs() {
      return programs
    },
    ask,
    async run(program, signal) {
      programs++
      const began = performance.now()
      const outcome = Outcome.parse(await post('/v1/executions', program, signal))
      return { ...outcome, ms: performance.now() - began }
    },
    async chat(codes) {
      programs += codes.length
      const blocks = codes.map((code) => `\`\`\`python\n${code}\n\`\`\``)
      const request =
        'Run each of these programs with the code interpreter, unchanged, by a call of its own, one after the other:'
      const completion = await post('/v1/chat/completions', {
        model,
        messages: [{ role: 'user', content: [request, ...blocks].join('\n\n') }],
        tools: [{ type: 'code_interpreter' }],
      })
      const { choices } = Completion.parse(completion)
      return choices.flatMap(({ message }) =>
        message.executed_tools.flatMap(({ execution }) => execution ?? []),
      )
    },
  }
}

/** An answer that is none. */
export class Refusal extends Error {
  readonly status: number
  constructor(status: number, text: string) {
    super(`status ${status}: ${text.slice(0, 200)}`)
    this.status = status
  }
}
