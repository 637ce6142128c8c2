import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { timed, watchHealth } from '../../bench/soak/watch-health.ts'
import { newKey } from '../../scripts/new-key.ts'
import { type Server, startServer } from '../../scripts/serve.ts'

/** What a server with its default limits takes at once: eight that run, and 64 that wait. */
const MOST = 72

describe('a server with a burst of short programs', () => {
  let server: Server
  let singleMs: number
  beforeAll(async () => {
    server = await startServer()
    await timed(() => print(server.url))
    singleMs = await timed(() => print(server.url))
  })
  afterAll(() => server.stop())

  it('answers all in the order of their arrival, and who asks for its health meanwhile', async () => {
    const answered: number[] = []
    const watch = watchHealth(server.url)

    const statuses = await Promise.all(
      Array.from({ length: MOST }, async (_, index) => {
        const { status } = await print(server.url)
        answered.push(index)
        return status
      }),
    )

    const slowestMs = await watch()
    expect(new Set(statuses)).toEqual(new Set([200]))
    const moved = answered.map((index, place) => Math.abs(index - place))
    expect(moved.toSorted((a, b) => a - b)[MOST / 2]).toBeLessThanOrEqual(2)
    // Half a second, or what some programs take where a machine is that slow.
    expect(slowestMs).toBeLessThan(Math.max(500, 4 * singleMs))
  })
})

describe('a server that one caller floods', () => {
  let flooding: string
  let other: string
  let server: Server
  beforeAll(async () => {
    const [one, two] = [await newKey(), await newKey()]
    flooding = one.key
    other = two.key
    server = await startServer({ vars: { AUTH: 'keys', API_KEYS: `${one.hash} ${two.hash}` } })
    await print(server.url, other)
  })
  afterAll(() => server.stop())

  it('answers another caller before the flood is over', async () => {
    const aloneMs = await timed(() => print(server.url, other))
    const flood = Array.from({ length: 40 }, () => print(server.url, flooding))
    await sleep(aloneMs)

    const floodedMs = await timed(() => print(server.url, other))

    expect(floodedMs).toBeLessThan(10 * aloneMs)
    const statuses = (await Promise.all(flood)).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([200]))
  })
})

describe('a server with clients that do not read', () => {
  let server: Server
  beforeAll(async () => {
    server = await startServer()
    await print(server.url)
  })
  afterAll(() => server.stop())

  it('gives the place of a program to another when its time is over', async () => {
    const code = 'import sys\nwhile True: sys.stderr.write("x" * 99_999); print("x" * 99_999)'
    const unread = Array.from({ length: 8 }, () => stream(server.url, { code, timeout_ms: 2000 }))
    try {
      await sleep(1000)
      const began = performance.now()

      expect((await print(server.url)).status).toBe(200)
      expect(performance.now() - began).toBeLessThan(20_000)
    } finally {
      for (const socket of unread) socket.destroy()
    }
  })
})

async function print(url: string, key = 'none'): Promise<{ status: number }> {
  const response = await fetch(`${url}/v1/executions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ code: 'print(1)' }),
  })
  await response.text()
  return response
}

/** Asks for a stream and reads nothing of it. */
function stream(url: string, request: object): Socket {
  const { hostname, port } = new URL(url)
  const body = JSON.stringify({ ...request, stream: true })
  const socket = connect(Number(port), hostname)
  socket.pause()
  socket.on('error', () => {})
  socket.write(
    [
      'POST /v1/executions HTTP/1.1',
      `Host: ${hostname}:${port}`,
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  )
  return socket
}
