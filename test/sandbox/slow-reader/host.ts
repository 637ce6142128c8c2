import { readConfig } from '../../../src/config.ts'
import { dynamicWorkerSandbox } from '../../../src/sandbox/dynamic-worker.ts'
import { loadedGuests } from '../../../src/sandbox/guests.ts'
import { standard } from '../../../src/sandbox/standard.ts'

interface Env {
  LOADER: WorkerLoader
}

export interface Task {
  code: string
  timeoutMs: number
  /** How long nothing is read after the first thing that the program shows. */
  pauseMs: number
}

/** Runs a program in the real sandbox, and reads slowly what it sends. Answers with its events, without results. */
// oxlint-disable-next-line import/no-default-export -- a Worker's entry is one
export default {
  async fetch(request, { LOADER }): Promise<Response> {
    const { code, timeoutMs, pauseMs }: Task = await request.json()
    const sandbox = dynamicWorkerSandbox(loadedGuests(LOADER, standard), readConfig({}).sandbox)
    const execution = { code, files: [], timeoutMs, sandboxTimeoutMs: 60_000 }
    const events = []
    let results = 0
    for await (const event of sandbox.execute(execution, {
      caller: 'somebody',
      signal: request.signal,
    })) {
      if (event.type !== 'result') events.push(event)
      else if (results++ === 0) await scheduler.wait(pauseMs)
    }
    return Response.json({ events, results })
  },
} satisfies ExportedHandler<Env>
