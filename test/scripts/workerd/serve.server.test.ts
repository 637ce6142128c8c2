import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { newKey } from '../../../scripts/new-key.ts'
import { buildWorkerd } from '../../../scripts/workerd/build.ts'
import { StartedPool } from '../../support/pool.ts'
import { isRunning, residentBytes } from '../../support/processes.ts'

/** What two servers with their default limits take at once. */
const BURST = 72

const Execution = z.object({
  stdout: z.string(),
  results: z.array(z.object({ file: z.object({ url: z.string() }).optional() })),
})

let folder: string
let key: string
let variables: Record<string, string>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workerd-'))
  await buildWorkerd(folder, [])
  const made = await newKey()
  key = made.key
  variables = { WORKERS: '2', RATE_LIMIT: '0', AUTH: 'keys', API_KEYS: made.hash }
}, 120_000)
afterAll(() => rm(folder, { recursive: true }))

describe.runIf(process.platform === 'linux')('several workerd behind one port', () => {
  let pool: StartedPool
  beforeAll(async () => {
    pool = await StartedPool.start(folder, { ...variables, OTHER: 'a secret of the machine' })
  })
  afterAll(() => pool.end())

  it('are one program each, with no more of the environment than the variables', async () => {
    const commands = pool.processes.map(({ command }) => command)

    expect(commands).toHaveLength(2)
    expect(commands.every((command) => command.includes('workerd serve'))).toBe(true)
    expect(commands.join('\n')).not.toContain(variables['API_KEYS'])
    for (const { pid } of pool.processes) {
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8')
      expect(environment).toContain(variables['API_KEYS'])
      expect(environment).not.toContain('a secret of the machine')
    }
  })

  it('have the files of each other, by links that each of them signs', async () => {
    const { results } = Execution.parse(
      await (await execute(pool, "print(1, file=open('a.txt', 'w'))")).json(),
    )
    const link = results.find(({ file }) => file)?.file?.url ?? ''

    // They are asked in turns.
    for (let index = 0; index < 4; index++) {
      expect(await (await fetch(link)).text()).toBe('1\n')
    }
  })

  it('answer a burst, both of them', async () => {
    const before = pool.output.length

    const answers = await Promise.all(
      Array.from({ length: BURST }, () => execute(pool, 'print(6 * 7)')),
    )

    for (const answer of answers) {
      expect(answer.status).toBe(200)
      expect(Execution.parse(await answer.json()).stdout).toBe('42\n')
    }
    expect(pool.output.slice(before).match(/"path":"\/v1\/executions"/g)).toHaveLength(BURST)
    const [one, other] = pool.processes.map(({ pid }) => residentBytes(pid))
    expect(Math.max(one ?? 0, other ?? 0)).toBeLessThan(2 * Math.min(one ?? 0, other ?? 0))
  })

  it('end the program of a client that leaves', async () => {
    await using single = await StartedPool.start(folder, {
      ...variables,
      WORKERS: '1',
      MAX_CONCURRENT_EXECUTIONS: '1',
    })
    const leaves = new AbortController()
    const left = execute(single, 'import time; time.sleep(60)', leaves.signal).catch(() => 'left')
    await sleep(2000)
    leaves.abort()
    await left

    const began = performance.now()
    expect((await execute(single, 'print(1)')).status).toBe(200)
    expect(performance.now() - began).toBeLessThan(30_000)
  })

  it('are well, as the program says that asks them', async () => {
    const env = { ...variables, PORT: new URL(pool.url).port }

    await expect(
      promisify(execFile)(process.execPath, [join(folder, 'health.mjs')], { env }),
    ).resolves.toMatchObject({ stderr: '' })
    await expect(
      promisify(execFile)(process.execPath, [join(folder, 'health.mjs')], {
        env: { ...env, PORT: '9' },
      }),
    ).rejects.toMatchObject({ code: 1, stderr: 'The server takes no connections.\n' })
  })

  it('give 503 for what was asked of one that is killed, and serve on', async () => {
    const [victim] = pool.processes
    const waiting = [1, 2].map(() => execute(pool, 'import time; time.sleep(5); print(1)'))
    await sleep(2000)
    process.kill(victim?.pid ?? 0, 'SIGKILL')

    const answers = await Promise.all(waiting)
    const [lost] = answers.filter(({ status }) => status === 503)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]))
    expect(lost?.headers.get('retry-after')).toBe('1')
    expect(await lost?.json()).toMatchObject({ error: { code: 'server_restarting' } })
    expect((await execute(pool, 'print(1)')).status).toBe(200)
    await pool.says(/^workerd \d: The server has ended. It is started again.$/m)
    await expect.poll(() => pool.processes.length, { timeout: 30_000 }).toBe(2)
  })

  it('are started anew when they hang, while the other one serves', async () => {
    await expect.poll(() => pool.processes.length, { timeout: 30_000 }).toBe(2)
    const [victim] = pool.processes
    process.kill(victim?.pid ?? 0, 'SIGSTOP')
    const stopped = performance.now()

    // One of them may be asked of the one that hangs, before anybody knows.
    await Promise.race([execute(pool, 'print(1)'), execute(pool, 'print(1)')])
    await sleep(2500)
    for (let index = 0; index < 4; index++) {
      expect((await execute(pool, 'print(1)')).status).toBe(200)
    }
    // On a slow machine the time may be over by now.
    const isLate = performance.now() - stopped > 9_000
    expect(isLate || pool.processes.some(({ pid }) => pid === victim?.pid)).toBe(true)
    await pool.says(/^workerd \d: The server does not answer within 10 s. It is started again.$/m)
    await expect
      .poll(() => pool.processes.filter(({ pid }) => pid !== victim?.pid).length, {
        timeout: 30_000,
      })
      .toBe(2)
    expect((await execute(pool, 'print(1)')).status).toBe(200)
  })
})

describe('several workerd that are told to end', () => {
  it('finish what was asked, and leave no process', async () => {
    const pool = await StartedPool.start(folder, variables)
    const { processes } = pool
    const asked = [1, 2].map(() => execute(pool, 'import time; time.sleep(3); print(1)'))
    await sleep(1500)

    const ended = pool.end()
    await pool.says(/^server: stop$/m)
    await expect(execute(pool, 'print(1)')).rejects.toThrow('fetch failed')

    for (const answer of await Promise.all(asked)) {
      expect(Execution.parse(await answer.json()).stdout).toBe('1\n')
    }
    expect(await ended).toBe(0)
    await expect.poll(() => processes.filter(isRunning)).toEqual([])
  })

  it('do not wait for longer than they may', async () => {
    const pool = await StartedPool.start(folder, { ...variables, DRAIN_SECONDS: '1' })
    const asked = execute(pool, 'import time; time.sleep(60)').catch(() => 'broken off')
    await sleep(1500)

    expect(await pool.end()).toBe(0)

    expect(await asked).toBe('broken off')
  })
})

describe('several workerd with a limit', () => {
  it('refuse more requests of one key, and none of another', async () => {
    const other = await newKey()
    await using pool = await StartedPool.start(folder, {
      ...variables,
      RATE_LIMIT: '6',
      API_KEYS: `${variables['API_KEYS']} ${other.hash}`,
    })
    const models = (bearer: string) =>
      fetch(`${pool.url}/v1/models`, { headers: { authorization: `Bearer ${bearer}` } })

    const statuses = []
    for (let index = 0; index < 8; index++) statuses.push((await models(key)).status)

    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429])
    expect((await models(other.key)).status).toBe(200)
    expect((await fetch(`${pool.url}/healthz`)).status).toBe(200)
  })
})

describe('several workerd that cannot serve', () => {
  it('say which of their settings is wrong, and end', async () => {
    const pool = StartedPool.fail(folder, { HOST: '0.0.0.0' })

    expect(await pool.exitCode).toBe(1)
    expect(pool.output).toMatch(/^AUTH: set it to `keys` or `passthrough`/)
  })

  it('end when the Worker is not configured, and leave no process', async () => {
    const pool = StartedPool.fail(folder, { ...variables, API_KEYS: '' })
    const { processes } = pool

    expect(await pool.exitCode).toBe(1)
    expect(pool.output).toContain('AUTH=keys needs')
    expect(pool.output).toMatch(/^The server started, but answers with status 503\.$/m)
    expect(processes.filter(isRunning)).toEqual([])
  })
})

function execute({ url }: StartedPool, code: string, signal?: AbortSignal): Promise<Response> {
  return fetch(`${url}/v1/executions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
    ...(signal && { signal }),
  })
}
