import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { burst, print } from '../../bench/soak/crowds.ts'
import { timed } from '../../bench/soak/watch-health.ts'
import { newKey } from '../../scripts/new-key.ts'
import { type Server, startServer } from '../../scripts/serve.ts'

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
    const { statuses, moved, healthMs } = await burst(server.url)

    expect(statuses).toHaveLength(72)
    expect(new Set(statuses)).toEqual(new Set([200]))
    expect(moved[36]).toBeLessThanOrEqual(2)
    // Half a second, or what some programs take where a machine is that slow.
    expect(healthMs).toBeLessThan(Math.max(500, 4 * singleMs))
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
    expect(new Set(await Promise.all(flood))).toEqual(new Set([200]))
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

      expect(await print(server.url)).toBe(200)
      expect(performance.now() - began).toBeLessThan(20_000)
    } finally {
      for (const socket of unread) socket.destroy()
    }
  })
})

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
