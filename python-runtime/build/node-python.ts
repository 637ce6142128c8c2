import type { ArchiveIndex } from '../guest/archive.ts'
import type { Library } from '../guest/kernel/calls/libraries.ts'
import { kernel } from '../guest/kernel/kernel.ts'
import { boot } from './boot.ts'
import { stillHost } from './still-host.ts'

/** A program that was never started, and the files it finds. */
export interface Image {
  program: WebAssembly.Module
  libraries: Library[]
  /** Table slot of the function through which CPython calls C functions of another signature. */
  trampolineSlot: number
  archive: WebAssembly.Module
  files: ArchiveIndex
}

const plentyOfFuel = 0x7fffffff
const gibibyte = 1024 ** 3

/**
 * CPython in this very process, for the build's own use. Its clock stands still and its randomness is zero, so
 * that what it makes does not depend on when it ran.
 */
export async function startPython(image: Image, environment: Record<string, string> = {}) {
  let printed = ''
  const decoder = new TextDecoder()
  const print = (bytes: Uint8Array) => {
    printed += decoder.decode(bytes, { stream: true })
  }
  const machine = kernel({
    ...stillHost,
    libraries: image.libraries,
    stdout: print,
    stderr: print,
    outOfFuel: () => {
      machine.program.global('__fuel').value = plentyOfFuel
    },
    maxMemoryBytes: gibibyte,
    maxFileBytes: gibibyte,
    environment,
  })
  await boot(machine, image)

  return {
    kernel: machine,

    /** Runs code as `__main__` and gives what it printed. Rejects when it raises. */
    async run(code: string): Promise<string> {
      const status = await machine.program.enter('PyRun_SimpleString', machine.newString(code))
      const text = printed
      printed = ''
      if (status !== 0) throw new Error(`Python code of the build failed.\n${text}`)
      return text
    },
  }
}
