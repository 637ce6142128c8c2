import { image } from '../../src/sandbox/image.ts'
import type { Guest } from './guest.ts'

interface Env {
  LOADER: WorkerLoader
}

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
    const modules = { ...image.modules, 'guest.js': guest }
    const worker = LOADER.load({ ...image, modules })
    const moments = await worker.getEntrypoint<Guest>('Guest').measure(code, marks, repeats)
    return Response.json({ asked, answered: Date.now(), moments })
  },
} satisfies ExportedHandler<Env>
