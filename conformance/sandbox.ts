import * as z from 'zod'
import { ExecutionError } from '../python-runtime/protocol.ts'
import { readOutcomes, type Outcomes, type Told } from './outcomes.ts'
import { programOf, type Part, type Runner, type Zips } from './part.ts'

/** What the API answers, as far as it is needed here. */
const Answer = z.object({
  stdout: z.string(),
  stderr: z.string(),
  error: ExecutionError.nullable(),
})
type Answer = z.infer<typeof Answer>

const Upload = z.object({ id: z.string() })

/** Of the server, by its documented variables. */
export const variables = {
  SANDBOX_MEMORY_BYTES: String(2 ** 30),
  MAX_FILE_BYTES: String(30 * 2 ** 20),
  MAX_OUTPUT_BYTES: String(16 * 2 ** 20),
  MAX_STORED_FILES: '1000000',
}
const root = '/lib/python3.14/site-packages'
const timeoutMs = 90_000

/** Runs parts of suites on one server, in fresh sandboxes. */
export class Sandbox {
  readonly #url: string
  readonly #uploads = new Map<string, Promise<string>>()

  constructor(url: string) {
    this.#url = url
  }

  /** Runs a part; what ends its program is a failed test, and the rest goes on in another. */
  async run(part: Part, runner: Runner, zips: Zips): Promise<Outcomes> {
    const outcomes: Outcomes = { tests: {}, modules: {} }
    let done = 0
    for (;;) {
      const program = await programOf(part, runner, { root, done, isHere: true })
      const { stdout, stderr, error } = await this.#execute(program, part, zips)
      const told = readOutcomes(stdout)
      Object.assign(outcomes.tests, told.tests)
      Object.assign(outcomes.modules, told.modules)
      if (told.finished) return outcomes

      const why = `ended the program: ${error ? `${error.name}: ${error.message}` : stderr.slice(-200)}`
      const culprit = culpritOf(told, error)
      if (culprit === null) return this.#runApart(part, runner, zips, why, outcomes)
      if (culprit.isGuilty) outcomes.tests[culprit.test] = { outcome: 'failed', why }
      done += culprit.isGuilty ? told.begun.length : told.begun.length - 1
    }
  }

  /** No test had begun: a module ends the program while it is loaded. Alone, each shows whether it does. */
  async #runApart(
    part: Part,
    runner: Runner,
    zips: Zips,
    why: string,
    outcomes: Outcomes,
  ): Promise<Outcomes> {
    const [only = '', ...others] = part.modules
    if (others.length === 0) {
      outcomes.modules[only] = { outcome: 'failed', why }
      return outcomes
    }
    for (const module of part.modules) {
      const { tests, modules } = await this.run({ ...part, modules: [module] }, runner, zips)
      Object.assign(outcomes.tests, tests)
      Object.assign(outcomes.modules, modules)
    }
    return outcomes
  }

  async #execute(code: string, part: Part, zips: Zips): Promise<Answer> {
    const files = part.zips.map(async (name) => {
      const read = zips.get(name)
      if (read === undefined) throw new Error(`There is no ${name}.`)
      return { name, file_id: await this.#upload(name, read) }
    })
    const body = {
      code,
      files: await Promise.all(files),
      timeout_ms: timeoutMs,
      sandbox_timeout_ms: timeoutMs + 60_000,
    }
    const response = await fetch(`${this.#url}/v1/executions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return parse(response, Answer)
  }

  /** Uploads a file once. */
  #upload(name: string, read: () => Promise<Uint8Array<ArrayBuffer>>): Promise<string> {
    const known = this.#uploads.get(name)
    if (known !== undefined) return known
    const uploading = (async () => {
      const form = new FormData()
      form.set('purpose', 'user_data')
      form.set('file', new File([await read()], name))
      const response = await fetch(`${this.#url}/v1/files`, { method: 'POST', body: form })
      return (await parse(response, Upload)).id
    })()
    this.#uploads.set(name, uploading)
    return uploading
  }
}

async function parse<T>(response: Response, schema: z.ZodType<T>): Promise<T> {
  const text = await response.text()
  if (!response.ok) throw new Error(`The server answered ${response.status}: ${text.slice(0, 500)}`)
  return schema.parse(JSON.parse(text))
}

/**
 * The test that ran when the program ended, and whether it is to blame. One that others came before when the time was up
 * gets another program, with all of the time.
 */
function culpritOf(
  { begun, tests }: Told,
  error: ExecutionError | null,
): { test: string; isGuilty: boolean } | null {
  const test = begun.at(-1)
  if (test === undefined) return null
  const isOutOfTime = error?.type === 'timeout' || error?.type === 'sandbox_timeout'
  return { test, isGuilty: test in tests || !isOutOfTime || begun.length === 1 }
}
