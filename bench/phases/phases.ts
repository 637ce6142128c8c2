import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { bundleGuest } from '../../python-runtime/build/bundle.ts'
import { startWorker } from '../../scripts/server/start-worker.ts'
import { setV8Flags } from '../../scripts/server/v8-flags.ts'

const Measured = z.object({
  asked: z.number(),
  answered: z.number(),
  moments: z.array(z.record(z.string(), z.number())),
})

/** The steps of an execution in their order: what each is, and the moments between which it lies. */
const steps = [
  ['kernel: files, devices, clock', 'entered', 'kernel'],
  ['mount the archive', 'kernel', 'files'],
  ['instantiate', 'files', 'instantiated'],
  ['unpack the memory', 'instantiated', 'unpacked'],
  ['enter Python', 'unpacked', 'python'],
  ['reseed, install streams and hooks', 'python', 'installed'],
  ['the program', 'installed', 'ran'],
  ['results, files, exit handlers', 'ran', 'done'],
  ['leave Python', 'done', 'left'],
] as const

/** Milliseconds by step, for a first execution in an isolate and for one more in the same. */
export interface Phases {
  fresh: Map<string, number>
  again: Map<string, number>
}

export interface PhaseMeter extends AsyncDisposable {
  measure: (code: string) => Promise<Phases>
}

/** Measures in workerd, by a Worker that loads a guest like the sandbox's, with a clock in it. */
export async function phaseMeter(): Promise<PhaseMeter> {
  const marks = await readFile(join(import.meta.dirname, 'marks.py'), 'utf8')
  const guest = await bundleGuest(join(import.meta.dirname, 'guest.ts'))
  setV8Flags()
  const worker = await startWorker(join(import.meta.dirname, 'wrangler.toml'))

  return {
    async measure(code) {
      const body = JSON.stringify({ guest, code, marks, repeats: 2 })
      const response = await fetch(await worker.url, { method: 'POST', body })
      const { asked, moments } = Measured.parse(await response.json())
      const [first = {}, second = {}] = moments
      const isolate = at(first, 'entered_at') - asked
      return {
        fresh: new Map([['isolate and its modules', isolate], ...durations(first)]),
        again: new Map(durations(second)),
      }
    },
    [Symbol.asyncDispose]: () => worker.dispose(),
  }
}

function durations(moments: Record<string, number>): [string, number][] {
  return steps.map(([name, from, to]) => [name, at(moments, to) - at(moments, from)])
}

function at(moments: Record<string, number>, name: string): number {
  const moment = moments[name]
  if (moment === undefined) throw new Error(`The guest did not come to "${name}".`)
  return moment
}
