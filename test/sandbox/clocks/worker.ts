import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { ExecutionError, Usage } from '../../../python-runtime/protocol.ts'
import { startWorker } from '../../../scripts/server/start-worker.ts'
import type { Task } from './host.ts'

const Events = z.array(
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('stdout'), text: z.string() }),
    z.object({ type: z.literal('stderr'), text: z.string() }),
    z.object({ type: z.literal('finished'), error: ExecutionError.nullable(), usage: Usage }),
  ]),
)
type Events = z.infer<typeof Events>

/** How the clock of a sandbox goes: each is a file beside this one. */
export type Clock = 'moves-between-turns' | 'stands-still'

export interface ClockWorker extends AsyncDisposable {
  run: (clock: Clock, program: Omit<Task, 'clock'>) => Promise<Events>
}

/** A Worker whose sandboxes have another clock than the machine's. */
export async function startClockWorker(): Promise<ClockWorker> {
  const worker = await startWorker(join(import.meta.dirname, 'wrangler.toml'))

  return {
    async run(name, program) {
      const clock = await readFile(join(import.meta.dirname, `${name}.js`), 'utf8')
      const body = JSON.stringify({ clock, ...program } satisfies Task)
      const response = await fetch(await worker.url, { method: 'POST', body })
      return Events.parse(await response.json())
    },
    [Symbol.asyncDispose]: () => worker.dispose(),
  }
}
