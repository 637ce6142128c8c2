import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach } from 'vitest'
import { Front, type Backend, type FrontOptions } from '../../scripts/server/front.ts'

/** What is closed when a test ends. */
export const open: { close: () => void }[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

/** A front before Workers that answer as given. */
export async function fronted(worker: RequestListener, options: FrontOptions = {}) {
  const { server, backend } = await listening(worker)
  let lost = 0
  const front = new Front({ onLost: () => lost++, ...options })
  open.push(front)
  front.add(backend)
  const port = await front.listen(0)
  return { url: `http://localhost:${port}`, port, front, server, lost: () => lost }
}

/** A process of a Worker that answers as given. */
export async function listening(worker: RequestListener) {
  const server = createServer(worker)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  open.push({ close: () => server.closeAllConnections() }, server)
  const backend: Backend = {
    hostname: '127.0.0.1',
    port: portOf(server),
    headersFor: (url) => {
      return { 'MF-Secret': 's', 'MF-Original-URL': url }
    },
  }
  return { server, backend }
}

function portOf(server: Server): string {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('Not listening.')
  return String(address.port)
}
