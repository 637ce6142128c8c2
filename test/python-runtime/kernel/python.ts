import type { Image } from '../../../python-runtime/guest/image.ts'
import { kernel, type KernelOptions } from '../../../python-runtime/guest/kernel/kernel.ts'
import { restore } from '../../../python-runtime/guest/restore.ts'
import { readImage } from '../../../scripts/built-image.ts'

const mebibyte = 1024 ** 2
const plentyOfFuel = 0x7fffffff

let standard: Promise<Image> | undefined

/** CPython of a built image on the kernel, in this very process. */
export async function python(options: Partial<KernelOptions> = {}, other?: Image) {
  const image = other ?? (await (standard ??= readImage()))
  let printed = ''
  const decoder = new TextDecoder()
  const print = (bytes: Uint8Array) => {
    printed += decoder.decode(bytes, { stream: true })
  }
  const machine = kernel({
    libraries: image.libraries,
    now: () => Date.now(),
    monotonic: () => performance.now(),
    cpuTime: () => performance.now(),
    random: (into) => void crypto.getRandomValues(into),
    stdout: print,
    stderr: print,
    outOfFuel: () => {
      machine.program.global('__fuel').value = plentyOfFuel
    },
    sleep: async (milliseconds) => {
      await new Promise((resolve) => {
        setTimeout(resolve, milliseconds)
      })
      return false
    },
    maxMemoryBytes: 512 * mebibyte,
    maxFileBytes: 64 * mebibyte,
    ...options,
  })
  restore(machine, image)
  machine.chdir('/mnt/data')

  return {
    kernel: machine,

    /** Runs code as `__main__` and gives what it printed. Rejects when it raises. */
    async run(code: string): Promise<string> {
      printed = ''
      const status = await machine.program.enter('PyRun_SimpleString', machine.newString(code))
      if (status !== 0) throw new Error(printed)
      return printed
    },
  }
}
