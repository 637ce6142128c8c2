import OpenAI from 'openai'
import { createApp } from '../../src/app.ts'
import type { RateLimiter } from '../../src/auth/rate-limit.ts'
import { readConfig } from '../../src/config.ts'
import type { FileStore } from '../../src/files/store.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { createServices, type Platform } from '../../src/services.ts'
import type { Records } from '../../src/state/records.ts'
import { FakeSandbox, finishes, prints } from './fake-sandbox.ts'
import { memoryRecords } from './memory-records.ts'
import { memoryStores } from './memory-store.ts'

interface TestAppOptions {
  /** Variables of the configuration. */
  env?: object
  sandbox?: Sandbox
  rateLimiter?: RateLimiter
  log?: (line: string) => void
  /** What the web answers: nothing, unless it is said. */
  fetch?: Platform['fetch']
  filesOf?: (owner: string) => FileStore
  recordsOf?: (owner: string) => Records
}

/** The whole app, with everything real but the sandbox and the bucket. */
export function testApp({
  env = {},
  sandbox = new FakeSandbox(prints('4\n'), finishes()),
  rateLimiter = { limit: async () => ({ success: true }) },
  log = () => {},
  fetch = async () => new Response(null, { status: 404 }),
  filesOf = memoryStores(),
  recordsOf = memoryRecords(),
}: TestAppOptions = {}) {
  const services = createServices(readConfig(env), {
    sandbox,
    hasScience: false,
    rateLimiter,
    log,
    fetch,
    filesOf,
    recordsOf,
    storedSecret: async () => 'a secret for tests',
  })
  return createApp(services)
}

export type TestApp = ReturnType<typeof testApp>

/** OpenAI's own client, talking to an app without a network between. */
export function clientOf(app: TestApp, apiKey = 'any key'): OpenAI {
  return new OpenAI({
    apiKey,
    baseURL: 'http://localhost/v1',
    maxRetries: 0,
    fetch: async (url, init) => app.request(new Request(url, init)),
  })
}

/** Posts JSON as any HTTP client would. */
export async function post(
  app: TestApp,
  path: string,
  body: unknown,
  init: RequestInit = {},
): Promise<Response> {
  return app.request(`http://localhost${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
    ...init,
  })
}
