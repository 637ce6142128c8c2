import { cursorOver } from '../wasm/cursor.ts'
import { eachInstruction, nesting } from '../wasm/instructions.ts'
import { Opcode } from '../wasm/opcodes.ts'
import { skipLocals } from '../wasm/read-module.ts'
import { bulkInstructions } from './bulk.ts'

export interface Loop {
  /** How many instructions its body has, without those of loops inside it. */
  length: number
  /** Whether a turn may call a function, be it in a loop inside it or for a bulk instruction. */
  calls: boolean
}

/** The loops of a function's body, in the order in which they begin. */
export function findLoops(body: Uint8Array): Loop[] {
  const loops: Loop[] = []
  /** For each open block the loop that its start stands in. */
  const around: (Loop | undefined)[] = []
  let current: Loop | undefined
  const cursor = cursorOver(body)

  skipLocals(cursor)
  eachInstruction(cursor, ({ opcode }) => {
    if (current) {
      current.length++
      current.calls ||= isCall(opcode) || bulkInstructions.has(opcode)
    }
    const change = nesting(opcode)
    if (change > 0) {
      around.push(current)
      if (opcode !== Opcode.loop) return
      current = { length: 0, calls: false }
      loops.push(current)
    } else if (change < 0) {
      const inner = current
      current = around.pop()
      if (inner && current) current.calls ||= inner.calls
    }
  })

  return loops
}

/** From `call` to `return_call_ref`. */
function isCall(opcode: number): boolean {
  return opcode >= Opcode.call && opcode <= Opcode.returnCallRef
}
