/**
 * LZ4's block format (https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md): a packer that looks for long
 * matches, as it runs once while `unpack.wat` runs at every start.
 */

const minMatch = 4
const maxOffset = 65_535
/** How many earlier places with the same four bytes are tried. */
const searchDepth = 24
/** The block's last bytes are literals, so that an unpacker may write sixteen bytes at a time. */
const lastLiterals = 16

/**
 * Packs `bytes[start, end)` into one block. Matches reach back to `bytes[0]` and before `start`: the unpacker has
 * what is there already.
 */
export function lz4Packer(bytes: Uint8Array) {
  const hashBits = 16
  const head = new Int32Array(1 << hashBits).fill(-1)
  const previous = new Int32Array(bytes.length).fill(-1)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

  const hash = (at: number) =>
    Math.imul(view.getUint32(at, true), 2_654_435_761) >>> (32 - hashBits)

  function insert(at: number): void {
    if (at + minMatch > bytes.length) return
    const slot = hash(at)
    previous[at] = head[slot] ?? -1
    head[slot] = at
  }

  function longestMatch(at: number, end: number): { length: number; offset: number } {
    let best = { length: 0, offset: 0 }
    let candidate = head[hash(at)] ?? -1
    for (
      let depth = 0;
      candidate >= 0 && at - candidate <= maxOffset && depth < searchDepth;
      depth++
    ) {
      const length = matchLength(candidate, at, end)
      if (length > best.length) best = { length, offset: at - candidate }
      candidate = previous[candidate] ?? -1
    }
    return best
  }

  function matchLength(candidate: number, at: number, end: number): number {
    let length = 0
    while (at + length < end && bytes[candidate + length] === bytes[at + length]) length++
    return length
  }

  return function pack(start: number, end: number): Uint8Array {
    const out: number[] = []
    const matchEnd = end - lastLiterals
    let literals = start
    let at = start

    while (at < matchEnd - minMatch) {
      const match = longestMatch(at, matchEnd)
      insert(at)
      if (match.length < minMatch) {
        at++
        continue
      }
      // A longer match one byte on is worth a literal.
      const next = longestMatch(at + 1, matchEnd)
      if (next.length > match.length + 1) {
        at++
        continue
      }
      writeSequence(out, bytes.subarray(literals, at), match)
      for (let inside = at + 1; inside < at + match.length; inside++) insert(inside)
      at += match.length
      literals = at
    }
    for (; at < end; at++) insert(at)
    writeSequence(out, bytes.subarray(literals, end), undefined)
    return Uint8Array.from(out)
  }
}

/** A token, the literals, and for all but the last sequence the match that follows them. */
function writeSequence(
  out: number[],
  literals: Uint8Array,
  match: { length: number; offset: number } | undefined,
): void {
  const matchCode = match ? match.length - minMatch : 0
  out.push((Math.min(literals.length, 15) << 4) | Math.min(matchCode, 15))
  writeLength(out, literals.length)
  for (const byte of literals) out.push(byte)
  if (!match) return
  out.push(match.offset & 0xff, match.offset >>> 8)
  writeLength(out, matchCode)
}

/** The part of a length that the token's four bits cannot say. */
function writeLength(out: number[], length: number): void {
  if (length < 15) return
  let rest = length - 15
  for (; rest >= 255; rest -= 255) out.push(255)
  out.push(rest)
}
