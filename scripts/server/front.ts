import { once } from 'node:events'
import {
  createServer,
  request as ask,
  type ClientRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { ApiError } from '../../src/errors.ts'

/** A process that the Worker runs in. */
export interface Backend {
  hostname: string
  port: string
  /** By which it knows who asks it, and what for: beside what the client has sent. */
  headersFor?: (url: string) => Record<string, string>
  /** Whether it owes an answer for so long that others are asked before it. */
  isSilent?: () => boolean
}

export interface FrontOptions {
  /** Where it listens: at each address that `localhost` may be, unless something else is said. */
  hosts?: readonly string[]
  /** Is told of a process that takes no connections. */
  onLost?: (backend: Backend) => void
  /** How many seconds a client has to wait before it may ask this; 0 when it may now. */
  waitFor?: (request: IncomingMessage) => number
}

/** What belongs to a connection and not to the request on it (RFC 9110), and what only this server may say. */
const OWN_HEADERS =
  /^(?:connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|mf-.*)$/i

/** Clients come back when a new process has started, or at once when there are others. */
const STARTED_AGAIN_SECONDS = 5
const OTHERS_SECONDS = 1

/**
 * What clients connect to. It hands each request on to the process that has the fewest, and does what the Worker cannot:
 * it tells it of a client that has gone while it says nothing, and answers for it when its process is gone.
 */
export class Front {
  readonly #servers
  readonly #options: FrontOptions
  /** The processes, each with what it is asked now. The first is the one whose turn it is. */
  #backends = new Map<Backend, Set<ClientRequest>>()
  /** What is not answered yet. */
  readonly #asked = new Set<ServerResponse>()
  #isClosing = false

  constructor(options: FrontOptions = {}) {
    this.#options = options
    const { hosts = ['127.0.0.1', '::1'] } = options
    this.#servers = hosts.map((host) => ({
      host,
      server: createServer((request, response) => this.#serve(request, response)),
    }))
    for (const { server } of this.#servers) {
      // Idle connections stay longer open than clients and proxies keep them, so that none is used just when it ends.
      server.keepAliveTimeout = 75_000
      // A large upload may take its time; what it may be at most is the Worker's to say.
      server.requestTimeout = 0
    }
  }

  /** Takes connections, and tells the port: any that is free for 0. */
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

  add(backend: Backend): void {
    this.#backends.set(backend, new Set())
  }

  remove(backend: Backend): void {
    this.#backends.delete(backend)
  }

  /** Takes no more connections, and waits until all that was asked is answered, but no longer than that. */
  async drain(withinMs: number): Promise<void> {
    this.#isClosing = true
    const until = performance.now() + withinMs
    for (const { server } of this.#servers) server.close()
    while (this.#asked.size > 0 && performance.now() < until) await sleep(50)
    this.close()
  }

  close(): void {
    for (const { server } of this.#servers) {
      server.close()
      server.closeAllConnections()
    }
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    this.#asked.add(response)
    response.on('close', () => this.#asked.delete(response))
    if (this.#isClosing) response.setHeader('connection', 'close')
    const { url = '' } = request
    if (!url.startsWith('/')) return refuse(response, 400, 'not_found', 'Expected a path.')
    const seconds = this.#options.waitFor?.(request) ?? 0
    if (seconds > 0) return tooMany(response, seconds)
    this.#handOn(request, response, new Set())
  }

  /** @param lost the processes that did not take it */
  #handOn(request: IncomingMessage, response: ServerResponse, lost: Set<Backend>): void {
    const backend = this.#next(lost)
    if (!backend) return this.#starting(response, lost)
    const asked = this.#backends.get(backend)
    const { method, url = '', headers } = request
    const passed = ask({
      hostname: backend.hostname,
      port: backend.port,
      method,
      path: url,
      headers: [
        ...passedOn(request.rawHeaders),
        ...Object.entries(
          backend.headersFor?.(`${schemeOf(request)}://${headers.host ?? 'localhost'}${url}`) ?? {},
        ).flat(),
      ],
      agent: false,
    })
    asked?.add(passed)
    passed.on('close', () => asked?.delete(passed))
    // Nothing of it is read before: until then another process may get it.
    passed.on('socket', (socket) => socket.once('connect', () => request.pipe(passed)))
    passed.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, passedOn(answer.rawHeaders))
      // What breaks off has no right end, which is how the client sees it.
      answer.on('error', () => response.destroy())
      answer.pipe(response)
    })
    passed.on('error', (error) => {
      if (response.headersSent || response.destroyed) return void response.destroy()
      if (!('code' in error) || error.code !== 'ECONNREFUSED') {
        return this.#starting(response, lost.add(backend))
      }
      this.#options.onLost?.(backend)
      this.#handOn(request, response, lost.add(backend))
    })
    // A Worker hears of a client that has gone only by a reset: the end of what it sends is none.
    response.on('close', () => {
      if (!response.writableFinished) passed.socket?.resetAndDestroy()
    })
  }

  /** Who is asked least, in turns where that is the same; who owes an answer comes last. */
  #next(lost: Set<Backend>): Backend | undefined {
    const [first] = [...this.#backends]
      .filter(([backend]) => !lost.has(backend))
      .map(([backend, asked]) => {
        return { backend, asked, isSilent: backend.isSilent?.() ?? false }
      })
      .toSorted((a, b) => Number(a.isSilent) - Number(b.isSilent) || a.asked.size - b.asked.size)
    if (!first) return undefined
    const { backend, asked } = first
    this.#backends.delete(backend)
    this.#backends.set(backend, asked)
    return backend
  }

  #starting(response: ServerResponse, lost: Set<Backend>): void {
    const hasOthers = [...this.#backends.keys()].some((backend) => !lost.has(backend))
    const seconds = hasOthers ? OTHERS_SECONDS : STARTED_AGAIN_SECONDS
    response.setHeader('retry-after', String(seconds))
    const message = 'This server is being started. Try again in a moment.'
    refuse(response, 503, 'server_restarting', message)
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

/** As the Worker says it where it counts by itself. */
function tooMany(response: ServerResponse, seconds: number): void {
  response.setHeader('retry-after', String(seconds))
  const message = 'Too many requests with this key; try again in a minute.'
  refuse(response, 429, 'rate_limit_exceeded', message)
}

/** OpenAI's envelope, as the Worker writes it. */
function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  const { type } = new ApiError(message, { status, code })
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
