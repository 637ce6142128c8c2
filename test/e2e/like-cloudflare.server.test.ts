import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { type Server, startServer } from '../../scripts/serve.ts'
import { calls, ScriptedUpstream, says } from '../support/scripted-upstream.ts'

const Completion = z.object({
  choices: z.tuple([
    z.object({
      message: z.object({
        content: z.string(),
        executed_tools: z.array(z.object({ execution: z.looseObject({}) })),
      }),
    }),
  ]),
})

const Outcome = z.object({ stdout: z.string(), error: z.looseObject({}).nullable() })

const rounds = 10
const programsOfRound = 2

describe('a server that is limited like one on Cloudflare', () => {
  let upstream: ScriptedUpstream
  let server: Server
  beforeAll(async () => {
    upstream = await ScriptedUpstream.start(
      ...Array.from({ length: rounds }, (_, round) => calls(...programsIn(round))),
      says('All of them ran.'),
    )
    const vars = { OPENAI_BASE_URL: upstream.url, OPENAI_API_KEY: 'any' }
    server = await startServer({ vars, likeCloudflare: true })
  })
  afterAll(() => Promise.all([server.stop(), upstream[Symbol.asyncDispose]()]))

  it('runs twenty programs in one chat', async () => {
    const response = await fetch(`${server.url}/v1/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        model: 'any',
        messages: [{ role: 'user', content: 'Run them.' }],
        tools: [{ type: 'code_interpreter' }],
      }),
    })

    const { choices } = Completion.parse(await response.json())
    const [{ message }] = choices
    expect(message.content).toBe('All of them ran.')
    expect(message.executed_tools.map(({ execution }) => execution)).toEqual(
      Array.from({ length: rounds * programsOfRound }, (_, index) =>
        expect.objectContaining({ stdout: `${index}\n`, error: null }),
      ),
    )
  })

  it('tells where a program was that Cloudflare would end for its processor time', async () => {
    const { stdout, error } = await execute({
      code: "print('begun')\nwhile True: pass",
      timeout_ms: 60_000,
      sandbox_timeout_ms: 9_000,
    })

    expect(stdout).toBe('begun\n')
    expect(error).toMatchObject({
      type: 'timeout',
      traceback: expect.stringContaining('while True: pass'),
    })
  })

  it('ends an isolate that has too much memory', async () => {
    const roomy = await startServer({
      vars: { SANDBOX_MEMORY_BYTES: String(512 * 2 ** 20) },
      likeCloudflare: true,
    })

    const { error } = await execute({ code: 'bytearray(100 << 20)\nwhile True: pass' }, roomy)

    await roomy.stop()
    expect(error).toMatchObject({ type: 'sandbox_unavailable' })
  })

  async function execute(program: object, { url } = server): Promise<z.infer<typeof Outcome>> {
    const response = await fetch(`${url}/v1/executions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(program),
    })
    return Outcome.parse(await response.json())
  }
})

function programsIn(round: number) {
  return Array.from({ length: programsOfRound }, (_, index) => {
    const number = round * programsOfRound + index
    return {
      id: `call_${number}`,
      name: 'code_interpreter',
      arguments: JSON.stringify({ code: `print(${number})` }),
    }
  })
}
