import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Server, startServer } from '../../scripts/serve.ts'
import {
  executableBytes,
  listeningPorts,
  isRunning,
  type Process,
  processesBelow,
  residentBytes,
} from '../support/processes.ts'

const mebibyte = 1024 ** 2

describe('a server', () => {
  let server: Server
  let processes: Process[]
  const known = new Set(processesBelow(process.pid).map(({ pid }) => pid))
  beforeAll(async () => {
    const others = known
    server = await startServer({ vars: { AUTH: 'keys', API_KEYS: 'a'.repeat(64) } })
    processes = processesBelow(process.pid).filter(({ pid }) => !others.has(pid))
  })
  afterAll(() => server.stop())

  it('has the variables that it was given', async () => {
    const response = await fetch(`${server.url}/v1/models`)

    expect(response.status).toBe(401)
  })

  it('runs beside others', async () => {
    const response = await fetch(`${inject('serverUrl')}/v1/models`)

    expect(response.status).toBe(200)
  })

  it('is not started where another one listens', async () => {
    const port = Number(new URL(server.url).port)

    await expect(startServer({ port })).rejects.toThrow('address already in use')
  })

  it('shows its variables to nobody who lists processes', () => {
    expect(processes.map(({ command }) => command).join('\n')).not.toContain('a'.repeat(64))
  })

  it.each([
    'cdn-cgi/explorer',
    'cdn-cgi/local/explorer/api/r2/buckets',
    'cdn-cgi/local/r2/public/open-code-interpreter-files/url-secret',
    'cdn-cgi/local/r2/s3/open-code-interpreter-files?list-type=2',
    'cdn-cgi/local/scheduled',
    'cdn-cgi/handler/scheduled',
    'cdn-cgi/local/email',
  ])('has nothing at /%s, where wrangler lets developers in', async (path) => {
    const response = await fetch(`${server.url}/${path}`)

    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ error: { code: 'not_found' } })
  })

  it('believes nobody who says what was asked for, at no door', async () => {
    const before = new Set(processesBelow(process.pid).map(({ pid }) => pid))
    const open = await startServer()
    const ports = portsOf(processesBelow(process.pid).filter(({ pid }) => !before.has(pid)))
    try {
      expect(ports.length).toBeGreaterThan(0)
      for (const url of [open.url, ...ports.map((port) => `http://127.0.0.1:${port}`)]) {
        for (const name of ['MF-Original-URL', 'mf-original-url']) {
          const { port } = new URL(url)
          const answer = await rawGet(Number(port), '/v1/files', [
            'Host: rebound.example',
            `${name}: http://localhost/v1/files`,
            'MF-Route-Override: other',
            'MF-CF-Blob: {',
          ])
          expect(answer).toContain('HTTP/1.1 403')
          expect(answer).toContain('access_not_configured')
        }
      }
    } finally {
      await open.stop()
    }
  })

  it('leaves no process when it is stopped', async () => {
    expect(processes.some(({ command }) => command.includes('workerd'))).toBe(true)

    await server.stop()

    await expect.poll(() => processes.filter(isRunning)).toEqual([])
    await expect(server.gone).resolves.toBeUndefined()
  })
})

describe.runIf(process.platform === 'linux')('a server that has long served', () => {
  let server: Server
  let pids: number[]
  beforeAll(async () => {
    const others = new Set(processesBelow(process.pid).map(({ pid }) => pid))
    server = await startServer()
    pids = processesBelow(process.pid)
      .filter(({ pid, command }) => command.includes('workerd serve') && !others.has(pid))
      .map(({ pid }) => pid)
  })
  afterAll(() => server.stop())

  it('has compiled its programs once', async () => {
    await runPrograms(server.url, 3)
    const before = sum(pids.map(executableBytes))

    await runPrograms(server.url, 15)

    // What `print(1)` needs of CPython is two megabytes of machine code.
    expect(sum(pids.map(executableBytes)) - before).toBeLessThan(10 * mebibyte)
  })

  it('keeps nothing of its requests', async () => {
    await request(server.url, 600)
    const before = sum(pids.map(residentBytes))

    await request(server.url, 1000)

    expect(sum(pids.map(residentBytes)) - before).toBeLessThan(30 * mebibyte)
  })
})

describe('a server whose Worker is killed', () => {
  it('answers in the envelope of its errors, and is well again or ends', async () => {
    const before = new Set(processesBelow(process.pid).map(({ pid }) => pid))
    await using server = await startServer()
    const workerd = processesBelow(process.pid).find(
      ({ pid, command }) => command.includes('workerd serve') && !before.has(pid),
    )
    const waiting = execute(server.url, 'import time; time.sleep(20)')
    await sleep(2000)
    process.kill(workerd?.pid ?? 0, 'SIGKILL')

    const response = await waiting
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
    expect(await response.json()).toMatchObject({ error: { code: 'server_restarting' } })
    // Either it is itself again, or who supervises it starts another.
    const isWell = async () => (await execute(server.url, 'print(1)')).ok
    const gone = server.gone.then(() => true)
    await expect
      .poll(() => Promise.race([gone, isWell().catch(() => false)]), { timeout: 60_000 })
      .toBe(true)
  })
})

describe('a client that leaves before its answer begins', () => {
  it('ends its program', async () => {
    await using server = await startServer({ vars: { MAX_CONCURRENT_EXECUTIONS: '1' } })
    const leaves = new AbortController()
    const code = 'import time; time.sleep(30)'
    const left = execute(server.url, code, { signal: leaves.signal }).catch(() => 'left')
    await sleep(1500)
    leaves.abort()
    await left

    const began = performance.now()
    expect(await (await execute(server.url, 'print(1)')).json()).toMatchObject({ stdout: '1\n' })
    expect(performance.now() - began).toBeLessThan(15_000)
  })
})

describe('a server that cannot serve', () => {
  it('is not started', async () => {
    const log: string[] = []
    const starting = startServer({ vars: { AUTH: 'keys' }, log: (line) => log.push(line) })

    await expect(starting).rejects.toThrow('answers with status 503')
    expect(log.join('\n')).toContain('AUTH=keys needs')
  })

  it('ends while it starts when that is wished', async () => {
    const wish = new AbortController()
    const starting = startServer({ signal: wish.signal })
    setTimeout(() => wish.abort(), 100)

    await expect(starting).rejects.toThrow('The server ended while it started.')
  })
})

function execute(url: string, code: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${url}/v1/executions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
    ...init,
  })
}

/** What an address of this machine answers, of which the beginning is written by hand. */
async function rawGet(port: number, path: string, headers: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write([`GET ${path} HTTP/1.1`, ...headers, 'Connection: close', '', ''].join('\r\n'))
  return Buffer.concat(await Array.fromAsync(socket)).toString()
}

/** Where workerd listens, on Linux. */
function portsOf(processes: Process[]): number[] {
  const pids = processes.filter(({ command }) => command.includes('workerd serve'))
  return pids.flatMap(({ pid }) => listeningPorts(pid))
}

async function request(url: string, count: number): Promise<void> {
  for (let done = 0; done < count; done++) await (await fetch(`${url}/healthz`)).text()
}

async function runPrograms(url: string, count: number): Promise<void> {
  for (let run = 0; run < count; run++) {
    const response = await fetch(`${url}/v1/executions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: 'print(1)' }),
    })
    expect(await response.json()).toMatchObject({ stdout: '1\n' })
  }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
