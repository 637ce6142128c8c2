import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { startWorker } from '../../scripts/server/start-worker.ts'
import { py } from '../support/py.ts'
import type { Task } from './slow-reader/host.ts'

const Answer = z.object({
  results: z.int(),
  events: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })),
})

let worker: Awaited<ReturnType<typeof startWorker>>
beforeAll(async () => {
  worker = await startWorker(join(import.meta.dirname, 'slow-reader/wrangler.toml'))
})
afterAll(() => worker.dispose())

async function run(task: Task) {
  const response = await fetch(await worker.url, { method: 'POST', body: JSON.stringify(task) })
  const { results, events } = Answer.parse(await response.json())
  const printed = events.map(({ text = '' }) => text).join('')
  return { results, printed, end: events.at(-1) }
}

/** Shows forty results of a megabyte, and tells how many were shown before the reader went on. */
const shows = py`
  import time
  from _sandbox import channel

  began = time.monotonic()
  result = {'is_main_result': False, 'html': 'x' * 1_000_000}
  early = 0
  for number in range(40):
      channel.send({'type': 'result', 'result': result})
      early += time.monotonic() - began < 2
  print(early, 'early')
`

it('a program waits for whoever reads what it shows, and then goes on', async () => {
  const { results, printed, end } = await run({ code: shows, timeoutMs: 30_000, pauseMs: 3_000 })

  expect(results).toBe(40)
  expect(Number.parseInt(printed)).toBeLessThan(8)
  expect(end).toMatchObject({ type: 'finished', error: null })
})

it('a program that waits for a reader is ended at its deadline', async () => {
  const { results, end } = await run({ code: shows, timeoutMs: 1_000, pauseMs: 3_000 })

  expect(results).toBeLessThan(8)
  expect(end).toMatchObject({ type: 'finished', error: { type: 'timeout' } })
})

it('a program may print as much as it likes to a reader who does not read', async () => {
  const code = py`
    display(1)
    for _ in range(100_000): print('a line of text')
    display(2)
  `

  const { results, end } = await run({ code, timeoutMs: 30_000, pauseMs: 2_000 })

  expect(results).toBe(2)
  expect(end).toMatchObject({ type: 'finished', error: null })
})
