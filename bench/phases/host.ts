import { guestWorker } from '../../src/sandbox/image.ts'
import { standard } from '../../src/sandbox/standard.ts'
import type { Guest } from './guest.ts'

interface Env {
  LOADER: WorkerLoader
}

/** More than any task takes. */
const mostCpuMs = 300_000

interface Task {
  /** The guest's bundle. */
  guest: string
  code: string
  marks: string
  repeats: number
}

/** Loads the measuring guest with the image's modules, as the sandbox loads the real one. */
// oxlint-disable-next-line import/no-default-export -- a Worker's entry is one
export default {
  async fetch(request, { LOADER }): Promise<Response> {
    const { guest, code, marks, repeats }: Task = await request.json()
    const asked = Date.now()
    const worker = LOADER.load(guestWorker({ ...standard, guest }, mostCpuMs))
    const moments = await worker.getEntrypoint<Guest>('Guest').measure(code, marks, repeats)
    return Response.json({ asked, answered: Date.now(), moments })
  },
} satisfies ExportedHandler<Env>
