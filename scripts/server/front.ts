import { once } from 'node:events'
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The process that the Worker runs in, and the headers by which it knows who asks it. */
export interface Backend {
  hostname: string
  port: string
  headers: Record<string, string>
}

/** What belongs to a connection and not to the request on it (RFC 9110), and what only this server may say. */
const OWN_HEADERS =
  /^(?:connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|mf-.*)$/i

/** Clients come back when a new process has started. */
const RETRY_AFTER_SECONDS = 5

/**
 * What clients connect to. It hands each request on to the Worker, and does what the Worker cannot: it tells it of a
 * client that has gone while it says nothing, and answers for it when its process is gone.
 */
export class Front {
  /** One for each of the addresses that `localhost` may be. */
  readonly #servers = ['127.0.0.1', '::1'].map((host) => ({
    host,
    server: createServer((request, response) => this.#serve(request, response)),
  }))
  readonly #onLost: () => void
  #backend: Backend | null = null

  /** @param onLost is called when the Worker's process takes no connections */
  constructor(onLost: () => void) {
    this.#onLost = onLost
    for (const { server } of this.#servers) {
      // Idle connections stay longer open than clients and proxies keep them, so that none is used just when it ends.
      server.keepAliveTimeout = 75_000
      // A large upload may take its time; what it may be at most is the Worker's to say.
      server.requestTimeout = 0
    }
  }

  /** Takes connections from this machine, and tells the port: any that is free for 0. */
  async listen(port: number): Promise<number> {
    let taken = port
    for (const { host, server } of this.#servers) {
      server.listen({ port: taken, host })
      try {
        await once(server, 'listening')
      } catch (error) {
        if (!isMissing(error)) throw error
      }
      const address = server.address()
      if (isSocketAddress(address)) taken = address.port
    }
    return taken
  }

  serveBy(backend: Backend | null): void {
    this.#backend = backend
  }

  close(): void {
    for (const { server } of this.#servers) {
      server.close()
      server.closeAllConnections()
    }
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const backend = this.#backend
    const { method, url = '', headers } = request
    if (!url.startsWith('/')) return refuse(response, 400, 'not_found', 'Expected a path.')
    if (!backend) return starting(response)

    const passed = ask({
      hostname: backend.hostname,
      port: backend.port,
      method,
      path: url,
      headers: [
        ...passedOn(request.rawHeaders),
        ...Object.entries(backend.headers).flat(),
        'MF-Original-URL',
        `${schemeOf(request)}://${headers.host ?? 'localhost'}${url}`,
        'MF-Disable-Pretty-Error',
        '1',
      ],
      agent: false,
    })
    passed.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, passedOn(answer.rawHeaders))
      // What breaks off has no right end, which is how the client sees it.
      answer.on('error', () => response.destroy())
      answer.pipe(response)
    })
    passed.on('error', (error) => {
      if (response.headersSent || response.destroyed) return void response.destroy()
      starting(response)
      if ('code' in error && error.code === 'ECONNREFUSED') this.#onLost()
    })
    request.pipe(passed)
    // A Worker hears of a client that has gone only by a reset: the end of what it sends is none.
    response.on('close', () => {
      if (!response.writableFinished) passed.socket?.resetAndDestroy()
    })
  }
}

/** Names and values in turns, as they came. */
function passedOn(raw: readonly string[]): string[] {
  return raw.filter((_, index) => !OWN_HEADERS.test(raw[index - (index % 2)] ?? ''))
}

/** As a proxy before this server says that the client has asked. */
function schemeOf({ headers }: IncomingMessage): 'http' | 'https' {
  return headers['x-forwarded-proto'] === 'https' ? 'https' : 'http'
}

function starting(response: ServerResponse): void {
  response.setHeader('retry-after', String(RETRY_AFTER_SECONDS))
  refuse(response, 503, 'server_restarting', 'This server is being started. Try again in a moment.')
}

/** OpenAI's envelope, as the Worker writes it. */
function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  const type = status >= 500 ? 'server_error' : 'invalid_request_error'
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ error: { message, type, param: null, code } }))
}

/** Whether this machine has no such address. */
function isMissing(error: unknown): boolean {
  const missing = ['EADDRNOTAVAIL', 'EAFNOSUPPORT']
  return error instanceof Error && 'code' in error && missing.includes(String(error.code))
}

function isSocketAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}
