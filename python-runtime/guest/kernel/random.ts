/** `crypto.getRandomValues` fills at most this many bytes at once. */
const chunkBytes = 65_536

/** Random bytes that are about as dear as an instruction of the program. */
const bytesPerFuel = 2

/** Fills any number of bytes by a source that fills a few at a time. */
export function randomFiller(
  source: (into: Uint8Array<ArrayBuffer>) => void,
  spend: (fuel: number) => void,
): (into: Uint8Array<ArrayBuffer>) => void {
  return (into) => {
    for (let at = 0; at < into.length; at += chunkBytes) {
      source(into.subarray(at, at + chunkBytes))
    }
    spend(Math.ceil(into.length / bytesPerFuel))
  }
}
