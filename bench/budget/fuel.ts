import { stillHost } from '../../python-runtime/build/still-host.ts'
import { channel, type Listener } from '../../python-runtime/guest/channel.ts'
import type { Image } from '../../python-runtime/guest/image.ts'
import { workingDirectory } from '../../python-runtime/guest/kernel/environment.ts'
import { kernel } from '../../python-runtime/guest/kernel/kernel.ts'
import { restore } from '../../python-runtime/guest/restore.ts'
import { budgetPrograms } from './programs.ts'

const mebibyte = 1024 ** 2
const plentyOfFuel = 0x7fffffff
const limits = { maxFrameBytes: 32 * mebibyte, maxResults: 200, maxResultBytes: 80 * mebibyte }

/** The fuel that ten programs consume, each in a fresh sandbox, from when Python is entered until it has told its results. */
export async function fuelOfPrograms(image: Image): Promise<Record<string, number>> {
  const consumed: Record<string, number> = {}
  for (const [name, code] of Object.entries(budgetPrograms)) {
    consumed[name] = (await execution(image, code)).fuel
  }
  return consumed
}

/** How many modules are loaded when a program begins. */
export async function modulesAtStart(image: Image): Promise<number> {
  const { printed } = await execution(image, 'import sys; print(len(sys.modules))')
  return Number(printed)
}

/**
 * Runs a program as `guest/execute.ts` does, in this process. The clock stands still and randomness is zero, so that the
 * same image gives the same number on every machine. Rejects when the program fails.
 */
async function execution(image: Image, code: string): Promise<{ fuel: number; printed: string }> {
  let printed = ''
  let told: unknown
  let fuel = 0
  const decoder = new TextDecoder()
  const machine = kernel({
    ...stillHost,
    libraries: image.libraries,
    stdout: (bytes) => void (printed += decoder.decode(bytes, { stream: true })),
    stderr: () => undefined,
    outOfFuel: refill,
    maxMemoryBytes: 512 * mebibyte,
    maxFileBytes: 64 * mebibyte,
  })
  restore(machine, image)
  machine.chdir(workingDirectory)
  const counter = machine.program.global('__fuel')
  function refill(): void {
    fuel += plentyOfFuel - Number(counter.value)
    counter.value = plentyOfFuel
  }

  const listener: Listener = {
    told: (event) => void (told = event['error']),
    shown: () => undefined,
    mustWait: () => false,
  }
  const request = { code, timeout_ms: 60_000 }
  const device = channel(request, limits, listener, machine.program.spend)
  machine.fs.makeDevice('/dev/sandbox', device)
  counter.value = plentyOfFuel
  await machine.program.enter('PyObject_CallNoArgs', image.entry)
  refill()

  if (told !== null) throw new Error(`A program of the budget failed: ${JSON.stringify(told)}`)
  return { fuel, printed }
}
