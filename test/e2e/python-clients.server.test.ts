import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import * as z from 'zod'
import { openaiClients, pythonWith } from '../support/python-with.ts'

const run = promisify(execFile)
let python = ''

beforeAll(async () => {
  python = await pythonWith(...openaiClients)
}, 300_000)

const Message = z.looseObject({
  content: z.string(),
  executed_tools: z.array(
    z.looseObject({
      index: z.literal(0),
      name: z.literal('code_interpreter'),
      arguments: z.string().transform((text): unknown => JSON.parse(text)),
      output: z.string(),
      code_results: z.array(z.looseObject({ png: z.base64() })),
      execution: z.looseObject({ error: z.null() }),
    }),
  ),
})

const Report = z.object({
  whole: Message,
  streamed: Message,
  uploaded: z.looseObject({ filename: z.string(), bytes: z.int() }),
  content: z.string(),
})

describe("OpenAI's SDK for Python", () => {
  it('reads an answer, the same answer as a stream, and files', async () => {
    const script = join(import.meta.dirname, 'openai_sdk.py')

    const { stdout } = await run(python, [script, `${inject('serverUrl')}/v1`], {
      maxBuffer: 64 * 1024 * 1024,
    })

    const { whole, streamed, uploaded, content } = Report.parse(JSON.parse(stdout))
    const [once, added] = [whole.executed_tools, streamed.executed_tools]
    expect(once).toHaveLength(1)
    expect(added).toHaveLength(1)
    expect(added[0]?.arguments).toEqual(once[0]?.arguments)
    expect(added[0]?.code_results).toEqual(once[0]?.code_results)
    expect(streamed.content).toMatch(/!\[figure-1\.png\]\(http\S+\)$/)
    expect(uploaded).toMatchObject({ filename: 'numbers.csv', bytes: 8 })
    expect(content).toBe('a,b\n1,2\n')
  })
})

describe('llm, a command line for models', () => {
  let home: string
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'llm-'))
    const model = {
      model_id: 'interpreter',
      model_name: 'demo',
      api_base: `${inject('serverUrl')}/v1`,
    }
    await writeFile(join(home, 'extra-openai-models.yaml'), JSON.stringify([model]))
    return () => rm(home, { recursive: true })
  })

  const ask = async (...options: string[]) => {
    const args = ['-m', 'llm', '-m', 'interpreter', '--no-log', ...options, 'Hello.']
    const env = { ...process.env, LLM_USER_PATH: home, OPENAI_API_KEY: 'none' }
    const running = run(python, args, { env })
    // It takes its standard input for more of the prompt, and waits for the end of it.
    running.child.stdin?.end()
    return (await running).stdout.trim()
  }

  it('prints what a model says', async () => {
    expect(await ask('--no-stream')).not.toBe('')
  })

  it('prints the same as it is said', async () => {
    expect(await ask()).toBe(await ask('--no-stream'))
  })
})
