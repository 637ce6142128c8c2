import type { Instruction } from '../wasm/instructions.ts'
import { Opcode, Space } from '../wasm/opcodes.ts'

/** What a function may have done before an instruction, on the worst way to it; a larger number is worse. */
const unreachable = -1
/** It was charged. */
const charged = 0
/** It was not charged and made no call. */
const fresh = 1
/** It was not charged and made a call. */
const called = 2

/** A block that is open: its opcode, and what holds where it begins and where it ends. */
interface Block {
  opcode: number
  before: number
  after: number
}

export interface CallFlow {
  /** Takes the next instruction of the body, and tells whether a charge has to be put before it. */
  pass: (instruction: Instruction) => boolean
  /** Takes note of a charge after the last instruction. */
  charge: () => void
}

/**
 * Finds the calls of a function that may be its second since it was charged, and tail calls before which it may
 * not have been charged at all: those may be a loop. A loop that makes calls is charged where it begins.
 */
export function callFlow(): CallFlow {
  const open: Block[] = []
  let state = fresh

  /** A branch to the end of a block. What branches to a loop's start has nothing to tell: it is charged there. */
  function branch(label: number, branching = state): void {
    const target = open.at(-1 - label)
    if (target !== undefined) target.after = Math.max(target.after, branching)
  }

  function branches({ indexCount, spaces, indices }: Instruction, branching = state): void {
    for (let index = 0; index < indexCount; index++) {
      if (spaces[index] === Space.label) branch(indices[index] ?? 0, branching)
    }
  }

  function close(): void {
    const block = open.pop()
    if (block === undefined || block.opcode === Opcode.loop) return
    // Without an `else` the way past an `if` is the one around it.
    const around = block.opcode === Opcode.if ? block.before : unreachable
    state = Math.max(state, block.after, around)
  }

  /** The next part of a block: what came before goes on at its end. */
  function nextPart(opcode: number, before: (block: Block) => number): void {
    const block = open.at(-1)
    if (block === undefined) return
    branch(0)
    block.opcode = opcode
    state = before(block)
  }

  function pass(instruction: Instruction): boolean {
    const { opcode } = instruction
    switch (opcode) {
      case Opcode.block:
      case Opcode.loop:
      case Opcode.if:
      case Opcode.try:
        open.push({ opcode, before: state, after: unreachable })
        return false
      case Opcode.tryTable:
        // A call inside of it may branch to its labels, which are counted from outside of it.
        branches(instruction, called)
        open.push({ opcode, before: state, after: unreachable })
        return false
      case Opcode.else:
        nextPart(opcode, ({ before }) => before)
        return false
      case Opcode.catch:
      case Opcode.catchAll:
        nextPart(opcode, () => called)
        return false
      case Opcode.end:
      case Opcode.delegate:
        close()
        return false
      case Opcode.br:
      case Opcode.brTable:
        branches(instruction)
        state = unreachable
        return false
      case Opcode.return:
      case Opcode.unreachable:
      case Opcode.throw:
      case Opcode.rethrow:
      case Opcode.throwRef:
        state = unreachable
        return false
      case Opcode.call:
      case Opcode.callIndirect:
      case Opcode.callRef: {
        const isSecond = state === called
        if (isSecond) state = charged
        else if (state === fresh) state = called
        return isSecond
      }
      case Opcode.returnCall:
      case Opcode.returnCallIndirect:
      case Opcode.returnCallRef: {
        const isUnpaid = state > charged
        state = unreachable
        return isUnpaid
      }
      default:
        branches(instruction)
        return false
    }
  }

  return {
    pass,
    charge() {
      if (state !== unreachable) state = charged
    },
  }
}
