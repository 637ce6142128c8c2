import { boot } from '../guest/boot.ts'
import type { Image } from '../guest/image.ts'
import { kernel } from '../guest/kernel/kernel.ts'

const plentyOfFuel = 0x7fffffff
const gibibyte = 1024 ** 3

/**
 * CPython in this very process, for the build's own use. Its clock stands still and its randomness is zero, so
 * that what it makes does not depend on when it ran.
 */
export async function startPython(image: Image) {
  let text = ''
  const decoder = new TextDecoder()
  const print = (bytes: Uint8Array) => {
    text += decoder.decode(bytes, { stream: true })
  }
  const machine = kernel({
    libraries: image.libraries,
    now: () => 0,
    monotonic: () => 0,
    random: (into) => void into.fill(0),
    stdout: print,
    stderr: print,
    outOfFuel: () => {
      machine.program.global('__fuel').value = plentyOfFuel
    },
    sleep: async () => false,
    maxMemoryBytes: gibibyte,
    maxFileBytes: gibibyte,
  })
  await boot(machine, image)
  return { kernel: machine, printed: () => text }
}
