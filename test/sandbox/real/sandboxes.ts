import { once } from 'node:events'
import { join } from 'node:path'
import { startWorker } from '../../../scripts/server/start-worker.ts'
import type { Sandbox } from '../../../src/sandbox/sandbox.ts'
import { Asked, Next } from './wire.ts'

/** Sandboxes of dynamic Workers: one by itself, and one with all that is around it when it serves. */
type RealSandbox = 'alone' | 'as served'

export interface RealSandboxes extends AsyncDisposable {
  sandbox: (name: RealSandbox) => Sandbox
}

/** Starts a Worker that has the real sandboxes with the real image, which are used over a connection as if they were here. */
export async function startRealSandboxes(): Promise<RealSandboxes> {
  const worker = await startWorker(join(import.meta.dirname, 'wrangler.toml'))
  const url = await worker.url

  return {
    sandbox: (name) => sandboxAt(new URL(name === 'alone' ? '/alone' : '/served', url)),
    [Symbol.asyncDispose]: () => worker.dispose(),
  }
}

function sandboxAt(url: URL): Sandbox {
  return {
    async *execute(execution, { caller, signal }) {
      const socket = new WebSocket(url.href.replace(/^http/, 'ws'))
      const ask = (asked: Asked) => socket.send(JSON.stringify(Asked.encode(asked)))
      await once(socket, 'open')
      ask({ type: 'execute', execution, caller, isAborted: signal.aborted })
      const abort = () => ask({ type: 'abort' })
      signal.addEventListener('abort', abort)
      try {
        for (;;) {
          const answered = once(socket, 'message')
          ask({ type: 'next' })
          const [{ data }] = await answered
          const next = Next.decode(JSON.parse(String(data)))
          if (next === null) return
          yield next
        }
      } finally {
        signal.removeEventListener('abort', abort)
        const closed = once(socket, 'close')
        ask({ type: 'return' })
        await closed
      }
    },
  }
}
