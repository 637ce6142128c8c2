import { readConfig } from '../../../src/config.ts'
import { inOwnRequest } from '../../../src/programs.ts'
import { dynamicWorkerSandbox } from '../../../src/sandbox/dynamic-worker.ts'
import { loadedGuests } from '../../../src/sandbox/guests.ts'
import type { Sandbox, SandboxEvent } from '../../../src/sandbox/sandbox.ts'
import { standard } from '../../../src/sandbox/standard.ts'
import { sandboxOn } from '../../../src/start.ts'
import { Asked, Next } from './wire.ts'

interface Env {
  LOADER: WorkerLoader
}

const config = readConfig({})
const sandboxes = new Map<string, Sandbox>()

export { Programs } from '../../../src/programs.ts'

/** Runs programs in the real sandboxes for a test, which has one connection for each. */
// oxlint-disable-next-line import/no-default-export -- a Worker's entry is one
export default {
  fetch(request, { LOADER }): Response {
    const { pathname } = new URL(request.url)
    const sandbox = sandboxes.get(pathname) ?? create(pathname, LOADER)
    sandboxes.set(pathname, sandbox)
    const { 0: client, 1: server } = new WebSocketPair()
    serve(server, sandbox)
    return new Response(null, { status: 101, webSocket: client })
  },
} satisfies ExportedHandler<Env>

/** That of dynamic Workers alone, or with all that is around it when it serves. */
function create(pathname: string, loader: WorkerLoader): Sandbox {
  return pathname === '/alone'
    ? dynamicWorkerSandbox(loadedGuests(loader, standard), config.sandbox)
    : sandboxOn(inOwnRequest, ['standard'], config)
}

function serve(socket: WebSocket, sandbox: Sandbox): void {
  const client = new AbortController()
  let events: AsyncIterator<SandboxEvent> | undefined
  socket.accept()
  socket.addEventListener(
    'message',
    ({ data }) => void answer(Asked.decode(JSON.parse(String(data)))),
  )

  async function answer(asked: Asked): Promise<void> {
    switch (asked.type) {
      case 'execute': {
        if (asked.isAborted) client.abort()
        const { execution, caller } = asked
        const run = sandbox.execute(execution, { caller, signal: client.signal })
        events = run[Symbol.asyncIterator]()
        break
      }
      case 'next': {
        const next = await events?.next()
        socket.send(JSON.stringify(Next.encode(next?.done === false ? next.value : null)))
        break
      }
      case 'return':
        await events?.return?.()
        socket.close()
        break
      case 'abort':
        client.abort()
        break
    }
  }
}
