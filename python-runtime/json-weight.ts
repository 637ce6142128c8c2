const quote = 0x22
const backslash = 0x5c
/** What begins or parts values: `,` `:` `[` `{`. */
const structural: ReadonlySet<number | undefined> = new Set([0x2c, 0x3a, 0x5b, 0x7b])

/**
 * How long JSON takes to parse, before it is parsed: about the number of its values and keys, as each takes an object
 * or an entry in one, where the letters of a string are only copied. Takes time linear in the bytes, and stops counting
 * when it has come past `most`. What is no JSON has a weight too.
 */
export function jsonWeight(bytes: Uint8Array, most: number): number {
  let weight = 1
  for (let at = 0; at < bytes.length && weight <= most; at++) {
    if (bytes[at] === quote) at = endOfString(bytes, at + 1)
    else if (structural.has(bytes[at])) weight++
  }
  return weight
}

/** Where the string ends whose first letter is at `start`. */
function endOfString(bytes: Uint8Array, start: number): number {
  for (let at = start; ; at++) {
    at = bytes.indexOf(quote, at)
    if (at < 0) return bytes.length
    let before = at
    while (before > start && bytes[before - 1] === backslash) before--
    if ((at - before) % 2 === 0) return at
  }
}
