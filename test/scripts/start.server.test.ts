import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRunning, processesBelow } from '../support/processes.ts'

const script = join(import.meta.dirname, '../../scripts/start.ts')

describe('npm start', () => {
  let port: number
  let server: Started
  beforeAll(async () => {
    port = await freePort()
    server = new Started(port)
    await server.says(/^ready {2}/m)
  })
  afterAll(() => server.stop())

  it('says where it serves and how to try it', () => {
    expect(server.output).toContain(`ready  http://localhost:${port}\n`)
    expect(server.output).toContain(`curl http://localhost:${port}/v1/chat/completions`)
  })

  it('runs Python', async () => {
    const response = await fetch(`http://localhost:${port}/v1/executions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: 'print(6 * 7)' }),
    })

    expect(await response.json()).toMatchObject({ stdout: '42\n', error: null })
  })

  it('starts the server anew when it dies, and says so', async () => {
    server.output = ''
    for (const { pid, command } of processesBelow(server.pid)) {
      if (command.includes('server/process.ts')) process.kill(pid, 'SIGKILL')
    }
    await server.says(/^ready {2}/m)

    expect(server.output).toContain('The server has ended. It is started again.')
    expect((await fetch(`http://localhost:${port}/healthz`)).status).toBe(200)
  })

  it('leaves no process when it is told to end', async () => {
    const processes = processesBelow(server.pid)

    const code = await server.stop()

    expect(code).toBe(0)
    expect(processes.length).toBeGreaterThan(2)
    await expect.poll(() => processes.filter(isRunning)).toEqual([])
  })
})

describe('npm start, before it starts', () => {
  it('says which port is taken, and how to take another', async () => {
    const listener = createServer().listen(0, 'localhost')
    await once(listener, 'listening')
    const port = portOf(listener)

    const started = new Started(port)

    expect(await started.exitCode).toBe(1)
    expect(started.output).toContain(`Port ${port} is taken.`)
    expect(started.output).toContain(`PORT=${port + 1} npm start`)
    listener.close()
  })

  it('refuses what is no port', async () => {
    const started = new Started('http')

    expect(await started.exitCode).toBe(1)
    expect(started.output).toBe('PORT is http, and must be a number from 1 to 65535.\n')
  })
})

/** The script in a process of its own. */
class Started {
  output = ''
  readonly exitCode: Promise<unknown>
  readonly #child: ChildProcess

  constructor(port: number | string) {
    this.#child = spawn(process.execPath, [script], {
      env: { ...process.env, PORT: String(port) },
    })
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (bytes: Buffer) => (this.output += bytes.toString()))
    }
    this.exitCode = once(this.#child, 'close').then(([code]) => code)
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('It does not run.')
    return this.#child.pid
  }

  async says(pattern: RegExp): Promise<void> {
    const ended = this.exitCode.then(() => 'ended')
    while (!pattern.test(this.output)) {
      const more = once(this.#child.stdout ?? this.#child, 'data')
      if ((await Promise.race([ended, more])) === 'ended') throw new Error(this.output)
    }
  }

  stop(): Promise<unknown> {
    this.#child.kill('SIGTERM')
    return this.exitCode
  }
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, 'localhost')
  await once(listener, 'listening')
  const port = portOf(listener)
  listener.close()
  await once(listener, 'close')
  return port
}

function portOf(listener: ReturnType<typeof createServer>): number {
  const address = listener.address()
  if (address === null || typeof address === 'string') throw new Error('Not listening.')
  return address.port
}
