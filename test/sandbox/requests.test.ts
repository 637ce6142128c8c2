import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWorker } from '../../scripts/server/start-worker.ts'
import type { Requests, Task } from './requests/host.ts'

let worker: Awaited<ReturnType<typeof startWorker>>
beforeAll(async () => {
  worker = await startWorker(join(import.meta.dirname, 'requests/wrangler.toml'))
})
afterAll(() => worker.dispose())

it('programs that are started in one request are too many for Cloudflare soon', async () => {
  expect(await run('one', 6)).toEqual([
    '0\n',
    '1\n',
    '2\n',
    '3\n',
    'sandbox_unavailable',
    'sandbox_unavailable',
  ])
})

it('a program that has ended holds nothing of its Worker', async () => {
  expect(await run('counted-at-once', 6)).toEqual(['0\n', '1\n', '2\n', '3\n', '4\n', '5\n'])
})

it('as many as are asked for run, each in a request of its own', async () => {
  expect(await run('one-each', 20)).toEqual(Array.from({ length: 20 }, (_, index) => `${index}\n`))
})

async function run(requests: Requests, programs: number): Promise<unknown> {
  const body = JSON.stringify({ requests, programs } satisfies Task)
  const response = await fetch(await worker.url, { method: 'POST', body })
  return response.json()
}
