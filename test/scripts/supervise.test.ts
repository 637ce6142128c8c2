import { createServer, type RequestListener } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Server } from '../../scripts/serve.ts'
import { supervise } from '../../scripts/supervise.ts'

const isWell: RequestListener = (_, response) => response.end('{"status":"ok"}')
const hangs: RequestListener = () => undefined
const isBroken: RequestListener = (_, response) => response.writeHead(500).end()

describe('supervision', () => {
  it('leaves a server that is well alone, until it is told to stop', async () => {
    const run = await supervised(isWell)
    await sleep(200)

    expect(run.said).toEqual([])
    await run.stop()
    expect(run.running).toEqual([])
  })

  it('starts a server anew that hangs', async () => {
    const run = await supervised(hangs, isWell)
    await run.saysSomething

    expect(run.said).toEqual(['The server does not answer within 0.1 s. It is started again.'])
    await run.stop()
    expect(run.running).toEqual([])
  })

  it('leaves a server alone that does not answer since it is busy with others', async () => {
    const run = await supervised(hangs)
    const working = setInterval(() => run.work(), 20)
    await sleep(500)

    expect(run.said).toEqual([])
    clearInterval(working)
    await run.stop()
  })

  it('starts a server anew that was busy and then hangs', async () => {
    const run = await supervised(hangs, isWell)
    run.work()
    await run.saysSomething

    expect(run.said).toEqual(['The server does not answer within 0.1 s. It is started again.'])
    await run.stop()
  })

  it('starts a server anew that is busy giving errors', async () => {
    const run = await supervised(isBroken, isWell)
    const working = setInterval(() => run.work(), 20)
    await run.saysSomething

    expect(run.said).toEqual(['The server answers with status 500. It is started again.'])
    clearInterval(working)
    await run.stop()
  })

  it('starts a server anew that answers with errors only', async () => {
    const run = await supervised(isBroken, isWell)
    await run.saysSomething

    expect(run.said).toEqual(['The server answers with status 500. It is started again.'])
    await run.stop()
  })

  it('starts a server anew that died', async () => {
    const run = await supervised(isWell, isWell)
    run.kill()
    await run.saysSomething

    expect(run.said).toEqual(['The server has ended. It is started again.'])
    await run.stop()
  })

  it('forgives a server that is well again soon', async () => {
    let asked = 0
    const run = await supervised((request, response) =>
      asked++ === 0 ? isBroken(request, response) : isWell(request, response),
    )
    await sleep(300)

    expect(run.said).toEqual([])
    await run.stop()
  })

  it('gives up when the server cannot be started', async () => {
    const supervision = {
      start: () => Promise.reject(new Error('The port is taken.')),
      everyMs: 10,
      patienceMs: 100,
      say: () => undefined,
    }

    await expect(supervise(supervision, new AbortController().signal)).rejects.toThrow(
      'The port is taken.',
    )
  })
})

/** Supervises servers that behave as given, one after the other. */
async function supervised(...behaviors: RequestListener[]) {
  const said: string[] = []
  const running: FakeServer[] = []
  const stopping = new AbortController()
  const somethingSaid = Promise.withResolvers<void>()
  const firstStarted = Promise.withResolvers<void>()

  const ended = supervise(
    {
      start: async () => {
        const behavior = behaviors.shift()
        if (!behavior) throw new Error('No more servers.')
        const server = await FakeServer.start(behavior)
        running.push(server)
        void server.gone.then(() => running.splice(running.indexOf(server), 1))
        firstStarted.resolve()
        return server
      },
      everyMs: 20,
      patienceMs: 100,
      say: (line) => {
        said.push(line)
        somethingSaid.resolve()
      },
    },
    stopping.signal,
  )
  await firstStarted.promise
  return {
    said,
    running,
    saysSomething: somethingSaid.promise,
    kill: () => void running[0]?.stop(),
    work: () => running[0]?.work(),
    stop: async () => {
      stopping.abort()
      await ended
    },
  }
}

/** A server in this process, which ends when it is stopped. */
class FakeServer implements Server {
  readonly gone: Promise<void>
  readonly #http
  #lines = 0
  readonly #ended = Promise.withResolvers<void>()

  private constructor(behavior: RequestListener) {
    this.#http = createServer(behavior)
    this.gone = this.#ended.promise
  }

  static async start(behavior: RequestListener): Promise<FakeServer> {
    const server = new FakeServer(behavior)
    await new Promise<void>((resolve) => server.#http.listen(0, '127.0.0.1', resolve))
    return server
  }

  get url(): string {
    const address = this.#http.address()
    if (address === null || typeof address === 'string') throw new Error('Not listening.')
    return `http://127.0.0.1:${address.port}`
  }

  work(): void {
    this.#lines++
  }

  progress = () => this.#lines

  async stop(): Promise<void> {
    this.#http.closeAllConnections()
    this.#http.close()
    this.#ended.resolve()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
  }
}
