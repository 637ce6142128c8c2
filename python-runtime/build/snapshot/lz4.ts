/**
 * LZ4's block format (https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md): a packer that looks for the
 * shortest way to write a block, as it runs once while `unpack.wat` runs at every start.
 */

const minMatch = 4
const maxOffset = 65_535
/** How many earlier places with the same four bytes are tried. */
const searchDepth = 64
/** A match of this length is taken as it is: a longer one would save less than looking for it takes. */
const longMatch = 256
/** One that goes on from the byte before and is still of this length is not looked for anew. */
const lastingMatch = 64
/** The block's last bytes are literals, so that an unpacker may write sixteen bytes at a time. */
const lastLiterals = 16
/** What a match costs at least: its token and its offset. */
const matchBytes = 3
/**
 * What the time of one more match is worth, in bytes: with two a snapshot has a fifth less of them, by which it is unpacked
 * sooner, and is 3 % larger.
 */
const matchTimeBytes = 2

/** The longest match that begins at each byte of a block; its length is 0 where there is none. */
interface Matches {
  lengths: Int32Array
  offsets: Int32Array
}

/**
 * Packs `bytes[start, end)` into one block. Matches reach back to `bytes[0]` and before `start`: the unpacker has
 * what is there already. Blocks have to be packed in their order.
 */
export function lz4Packer(bytes: Uint8Array) {
  const matchesOf = matchFinder(bytes)
  return function pack(start: number, end: number): Uint8Array {
    const matches = matchesOf(start, end)
    const steps = cheapest(matches, end - start)
    const out: number[] = []
    let literals = 0
    for (let at = 0; at < steps.length;) {
      const length = entry(steps, at)
      if (length >= minMatch) {
        const run = bytes.subarray(start + literals, start + at)
        writeSequence(out, run, { length, offset: entry(matches.offsets, at) })
        literals = at + length
      }
      at += length
    }
    writeSequence(out, bytes.subarray(start + literals, end), undefined)
    return Uint8Array.from(out)
  }
}

/** Finds matches by chains of earlier places whose first four bytes have the same hash. */
function matchFinder(bytes: Uint8Array) {
  const hashBits = 17
  const head = new Int32Array(1 << hashBits).fill(-1)
  const previous = new Int32Array(bytes.length).fill(-1)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

  function insert(at: number): number {
    if (at + minMatch > bytes.length) return -1
    const slot = Math.imul(view.getUint32(at, true), 2_654_435_761) >>> (32 - hashBits)
    const earlier = entry(head, slot)
    previous[at] = earlier
    head[slot] = at
    return earlier
  }

  function matchLength(candidate: number, at: number, end: number): number {
    let length = 0
    while (at + length < end && bytes[candidate + length] === bytes[at + length]) length++
    return length
  }

  return function matchesOf(start: number, end: number): Matches {
    const lengths = new Int32Array(end - start)
    const offsets = new Int32Array(end - start)
    const matchEnd = end - lastLiterals
    let best = 0
    let offset = 0
    for (let at = start; at < end; at++) {
      // The match of the byte before goes on here, one byte shorter.
      best = Math.max(0, best - 1)
      let candidate = insert(at)
      let depth = best < lastingMatch ? searchDepth : 0
      for (; depth > 0 && candidate >= 0 && at - candidate <= maxOffset; depth--) {
        if (bytes[candidate + best] === bytes[at + best]) {
          const length = matchLength(candidate, at, matchEnd)
          if (length > best) {
            best = length
            offset = at - candidate
          }
          if (best >= longMatch) break
        }
        candidate = entry(previous, candidate)
      }
      if (best < minMatch) continue
      lengths[at - start] = best
      offsets[at - start] = offset
    }
    return { lengths, offsets }
  }
}

/**
 * How far to go from each byte on the way that takes the fewest bytes, and few matches: 1 for a literal, else a match, of
 * which a part may do. Found from the end, as what follows a byte does not depend on what was before.
 */
function cheapest({ lengths }: Matches, size: number): Int32Array {
  const steps = new Int32Array(size).fill(1)
  const costs = new Int32Array(size + 1)
  const literals = new Int32Array(size + 1)
  for (let at = size - 1; at >= 0; at--) {
    const run = entry(literals, at + 1) + 1
    let cost = entry(costs, at + 1) + 1 + lengthBytes(run) - lengthBytes(run - 1)
    let step = 1
    const longest = entry(lengths, at)
    const shortest = longest < longMatch ? minMatch : longest
    for (let length = shortest; length <= longest; length++) {
      const bytes = matchBytes + lengthBytes(length - minMatch)
      const other = entry(costs, at + length) + bytes + matchTimeBytes
      if (other <= cost) {
        cost = other
        step = length
      }
    }
    costs[at] = cost
    steps[at] = step
    literals[at] = step === 1 ? run : 0
  }
  return steps
}

function entry(numbers: Int32Array, at: number): number {
  return numbers[at] ?? 0
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

/** How many bytes `writeLength` writes. */
function lengthBytes(length: number): number {
  return length < 15 ? 0 : 1 + Math.floor((length - 15) / 255)
}
