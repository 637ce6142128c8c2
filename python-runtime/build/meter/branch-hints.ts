import { byteWriter, writeVector } from '../wasm/byte-writer.ts'
import type { CustomSection } from '../wasm/module.ts'

/** Where a function's body has branches that are hardly ever taken, in bytes from its start, in their order. */
export interface BranchHints {
  function: number
  unlikely: number[]
}

const UNLIKELY = 0

/**
 * The section of the branch hinting proposal. V8 moves what is unlikely out of the way, and keeps variables in
 * registers across it: on CPython that halves what the checks cost.
 */
export function branchHints(hints: readonly BranchHints[]): CustomSection {
  const writer = byteWriter(2 ** 16)

  writeVector(
    writer,
    hints.filter(({ unlikely }) => unlikely.length > 0),
    (hint) => {
      writer.u32(hint.function)
      writeVector(writer, hint.unlikely, (offset) => {
        writer.u32(offset)
        writer.bytes([1, UNLIKELY])
      })
    },
  )

  return { name: 'metadata.code.branch_hint', bytes: writer.view() }
}
