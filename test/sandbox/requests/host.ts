import { likeCloudflare } from '../../../scripts/like-cloudflare/loader.ts'
import { Slots } from '../../../scripts/like-cloudflare/slots.ts'
import { readConfig } from '../../../src/config.ts'
import { Programs as Product, inOwnRequest } from '../../../src/programs.ts'
import { dynamicWorkerSandbox } from '../../../src/sandbox/dynamic-worker.ts'
import { loadedGuests, type StartGuest } from '../../../src/sandbox/guests.ts'
import { standard } from '../../../src/sandbox/standard.ts'

interface Env {
  LOADER: WorkerLoader
}

/**
 * Whether the programs are started in the request that they are asked by, or each in one of its own; `counted-at-once`
 * is the first on a platform that does not count any longer than a Worker is held.
 */
export type Requests = 'one' | 'counted-at-once' | 'one-each'

export interface Task {
  requests: Requests
  programs: number
}

/** Runs so many programs one after the other, each of which prints its number, where dynamic Workers are counted as on Cloudflare. */
// oxlint-disable-next-line import/no-default-export -- a Worker's entry is one
export default {
  async fetch(request, env): Promise<Response> {
    const { requests, programs }: Task = await request.json()
    const sandbox = dynamicWorkerSandbox(ways(env)[requests], readConfig({}).sandbox)
    const run = { caller: 'somebody', signal: request.signal }
    const printed: string[] = []
    for (let program = 0; program < programs; program++) {
      const execution = {
        code: `print(${program})`,
        files: [],
        timeoutMs: 10_000,
        sandboxTimeoutMs: 60_000,
      }
      let text = ''
      // A text may come in several parts.
      for await (const event of sandbox.execute(execution, run)) {
        if (event.type === 'stdout') text += event.text
        else if (event.type === 'finished' && event.error) text += event.error.type
      }
      printed.push(text)
    }
    return Response.json(printed)
  },
} satisfies ExportedHandler<Env>

/** Each call of it is a request of its own. */
export class Programs extends Product {
  constructor(context: ExecutionContext, env: Env) {
    super(context, counting(env))
  }
}

function ways(env: Env): Record<Requests, StartGuest> {
  return {
    one: loadedGuests(counting(env).LOADER, standard),
    'counted-at-once': loadedGuests(counting(env, 0).LOADER, standard),
    'one-each': inOwnRequest('standard'),
  }
}

function counting({ LOADER }: Env, lateMs?: number): Env {
  const slots = new Slots(lateMs)
  const first = { name: 'first.js', text: "export { default } from './guest.js'" }
  return { LOADER: likeCloudflare(LOADER, () => slots, first) }
}
