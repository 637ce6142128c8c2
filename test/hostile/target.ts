import { setTimeout as sleep } from 'node:timers/promises'
import { type Server, startServer } from '../../scripts/serve.ts'
import { isAlive } from './server.ts'

/** The server that is attacked. Unlike the one that other tests share, it is brought down by some programs. */
export interface Target extends AsyncDisposable {
  readonly url: string
  /** Brings it up again when it is down. */
  revive(): Promise<void>
}

/** How long a server may say nothing before it counts as gone: it may only be busy with the last attack's end. */
const patienceMs = 15_000

/** All attacks are one caller's, and what they leave is not to fill the store for those after them. */
const vars = { MAX_STORED_FILES: '100000', MAX_STORED_BYTES: '100000000000' }

/** Where it may be limited as on Cloudflare. */
export async function startTarget({ likeCloudflare = false } = {}): Promise<Target> {
  let server = await startServer({ vars, likeCloudflare })
  return {
    get url() {
      return server.url
    },
    async revive() {
      if (await recovers(server)) return
      await server.stop()
      server = await startServer({ vars, likeCloudflare })
    },
    [Symbol.asyncDispose]: () => server.stop(),
  }
}

async function recovers({ url }: Server): Promise<boolean> {
  const end = Date.now() + patienceMs
  while (Date.now() < end) {
    if (await isAlive(url)) return true
    await sleep(500)
  }
  return false
}
