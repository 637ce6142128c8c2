import { WorkerEntrypoint } from 'cloudflare:workers'
import { channel, type Listener } from '../../python-runtime/guest/channel.ts'
import type { ImageRecord } from '../../python-runtime/guest/image.ts'
import { workingDirectory } from '../../python-runtime/guest/kernel/environment.ts'
import { kernel, type Kernel } from '../../python-runtime/guest/kernel/kernel.ts'
import { restore } from '../../python-runtime/guest/restore.ts'
import archive from './files.wasm'
import record from './image.json.txt'
import program from './python.wasm'
import snapshot from './snapshot.wasm'

const plentyOfFuel = 0x7fffffff
const mebibyte = 1024 ** 2
const limits = { maxFrameBytes: 32 * mebibyte, maxResults: 200, maxResultBytes: 80 * mebibyte }

/** Takes the steps of an execution as `execute.ts` does, and notes when each is done. */
export class Guest extends WorkerEntrypoint {
  /** The moments of `repeats` executions, one after the other, in this one isolate; the later ones find it warm. */
  async measure(code: string, marks: string, repeats: number): Promise<Moments[]> {
    const all: Moments[] = []
    for (let repeat = 0; repeat < repeats; repeat++) all.push(await execution(code, marks))
    return all
  }
}

/** Milliseconds on this isolate's clock by the name of what had happened; `enteredAt` is the host's time. */
export type Moments = Record<string, number>

async function execution(code: string, marks: string): Promise<Moments> {
  const moments: Moments = { entered_at: Date.now(), entered: performance.now() }
  const mark = (name: string) => void (moments[name] = performance.now())

  const machine = newKernel()
  mark('kernel')
  const image = { ...imageRecord(), program, snapshot, archive }
  restore(markedLoad(machine, mark), image)
  mark('unpacked')
  machine.chdir(workingDirectory)
  const listener: Listener = {
    // `marks.py` sends its own when Python is done.
    told: ({ moments: marked }) => Object.assign(moments, marked),
    shown: () => undefined,
    mustWait: () => false,
  }
  const { spend } = machine.program
  const device = channel({ code, timeout_ms: 60_000 }, limits, listener, spend)
  machine.fs.makeDevice('/dev/sandbox', device)
  const entry = machine.newString(marks)
  machine.program.global('__fuel').value = plentyOfFuel
  await machine.program.enter('PyRun_SimpleString', entry)
  mark('left')
  return moments
}

function newKernel(): Kernel {
  const machine: Kernel = kernel({
    libraries: imageRecord().libraries,
    now: () => Date.now(),
    monotonic: () => performance.now(),
    cpuTime: () => performance.now(),
    random: (into) => void crypto.getRandomValues(into),
    stdout: () => undefined,
    stderr: () => undefined,
    outOfFuel: () => void (machine.program.global('__fuel').value = plentyOfFuel),
    sleep: async () => false,
    maxMemoryBytes: 512 * mebibyte,
    maxFileBytes: 512 * mebibyte,
  })
  return machine
}

/** The kernel, with a note of when the program is instantiated. */
function markedLoad(machine: Kernel, mark: (name: string) => void): Kernel {
  return {
    ...machine,
    load(module) {
      mark('files')
      machine.load(module)
      mark('instantiated')
    },
  }
}

/** Our own build wrote it. */
function imageRecord(): ImageRecord {
  return JSON.parse(record)
}
