import { fuelPerRandomByte, type Spend } from './costs.ts'

/** `crypto.getRandomValues` fills at most this many bytes at once. */
const chunkBytes = 65_536

/** Fills any number of bytes by a source that fills a few at a time. */
export function randomFiller(
  source: (into: Uint8Array<ArrayBuffer>) => void,
  spend: Spend,
): (into: Uint8Array<ArrayBuffer>) => void {
  return (into) => {
    spend(into.length * fuelPerRandomByte)
    for (let at = 0; at < into.length; at += chunkBytes) {
      source(into.subarray(at, at + chunkBytes))
    }
  }
}
