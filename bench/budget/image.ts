import * as z from 'zod'
import { compile } from '../../python-runtime/build/wasm/compile.ts'
import { cursorOver } from '../../python-runtime/build/wasm/cursor.ts'
import { eachInstruction } from '../../python-runtime/build/wasm/instructions.ts'
import { exportedIndex } from '../../python-runtime/build/wasm/module.ts'
import { Opcode } from '../../python-runtime/build/wasm/opcodes.ts'
import { readModule, skipLocals } from '../../python-runtime/build/wasm/read-module.ts'
import { pageBytes } from '../../python-runtime/build/wasm/types.ts'
import { unpackBlocks } from '../../python-runtime/guest/restore.ts'
import { readImageFile, readImageRecord } from '../../scripts/built-image.ts'

const Manifest = z.object({ modules: z.array(z.object({ name: z.string(), bytes: z.number() })) })
/** Of the processor, in which an operating system gives memory; one that is zero costs nothing. */
const memoryPageBytes = 4096
/** No function that the meter adds is longer. */
const maxChargingBytes = 64

export async function bytesOfImage(): Promise<Record<string, number>> {
  const manifest = new TextDecoder().decode(await readImageFile('manifest.json'))
  const { modules } = Manifest.parse(JSON.parse(manifest))
  return Object.fromEntries(modules.map(({ name, bytes }) => [name, bytes]))
}

/** How many pages of the memory that a sandbox starts with are not zero. */
export async function usedPages(): Promise<number> {
  const program = readModule(await readImageFile('python.wasm'))
  const record = await readImageRecord()
  const initial = program.memories[0]?.minimum ?? 0
  const memory = new WebAssembly.Memory({ initial })
  const snapshot = compile(await readImageFile('snapshot.wasm'))
  unpackBlocks(new WebAssembly.Instance(snapshot, { env: { memory } }).exports, record.blocks)

  const words = new BigUint64Array(memory.buffer)
  const wordsOfPage = memoryPageBytes / 8
  let used = 0
  for (let start = 0; start < (initial * pageBytes) / 8; start += wordsOfPage) {
    if (words.subarray(start, start + wordsOfPage).some((word) => word !== 0n)) used++
  }
  return used
}

/**
 * How many instructions of the program read or write its fuel, or call what does so for them: most of what the meter
 * adds. The constants and comparisons beside them go with each, and are not counted.
 */
export async function meteringInstructions(): Promise<number> {
  const module = readModule(await readImageFile('python.wasm'))
  const fuel = exportedIndex(module, 'global', '__fuel')
  const functions = module.imports.filter(({ kind }) => kind === 'function')
  const outOfFuel = functions.findIndex(({ name }) => name === '__out_of_fuel')
  const charging = new Set([outOfFuel, ...chargingFunctions()])

  let count = 0
  for (const body of module.code) {
    eachIndex(body, (opcode, index) => {
      if (opcode === Opcode.call ? charging.has(index) : index === fuel) count++
    })
  }
  return count

  /** What the meter has added to be called: it uses fuel and has no loop, which alone is charged in place. */
  function chargingFunctions(): number[] {
    return module.code.flatMap((body, index) => {
      if (body.length > maxChargingBytes) return []
      let usesFuel = false
      let hasLoop = false
      eachInstruction(afterLocals(body), ({ opcode }) => void (hasLoop ||= opcode === Opcode.loop))
      eachIndex(body, (opcode, used) => void (usesFuel ||= opcode !== Opcode.call && used === fuel))
      return usesFuel && !hasLoop ? [functions.length + index] : []
    })
  }
}

/** The index that each call and each use of a global variable names. */
function eachIndex(body: Uint8Array, visit: (opcode: number, index: number) => void): void {
  eachInstruction(afterLocals(body), ({ opcode, indices }) => {
    if (opcode === Opcode.call || opcode === Opcode.globalGet || opcode === Opcode.globalSet) {
      visit(opcode, indices[0] ?? -1)
    }
  })
}

function afterLocals(body: Uint8Array) {
  const cursor = cursorOver(body)
  skipLocals(cursor)
  return cursor
}
