import { readConfig } from '../../../src/config.ts'
import { dynamicWorkerSandbox } from '../../../src/sandbox/dynamic-worker.ts'
import { loadedGuests } from '../../../src/sandbox/guests.ts'
import { standard } from '../../../src/sandbox/standard.ts'

interface Env {
  LOADER: WorkerLoader
}

export interface Task {
  /** The module that sets the clock, and hands on what the guest exports. */
  clock: string
  code: string
  timeoutMs: number
}

/** Runs a program in the real sandbox, but for its clock. */
// oxlint-disable-next-line import/no-default-export -- a Worker's entry is one
export default {
  async fetch(request, { LOADER }): Promise<Response> {
    const { clock, code, timeoutMs }: Task = await request.json()
    const sandbox = dynamicWorkerSandbox(
      loadedGuests(withClock(LOADER, clock), standard),
      readConfig({}).sandbox,
    )
    const execution = { code, files: [], timeoutMs, sandboxTimeoutMs: 60_000 }
    return Response.json(
      await Array.fromAsync(
        sandbox.execute(execution, { caller: 'somebody', signal: request.signal }),
      ),
    )
  },
} satisfies ExportedHandler<Env>

function withClock(loader: WorkerLoader, clock: string): WorkerLoader {
  return {
    get: (name, code) => loader.get(name, code),
    load: (code) =>
      loader.load({
        ...code,
        mainModule: 'clock.js',
        modules: { ...code.modules, 'clock.js': clock },
      }),
  }
}
