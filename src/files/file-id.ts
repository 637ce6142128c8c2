import { FileId } from './store.ts'

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'

let latestMs = 0

/**
 * A new id: the time first, so that ids sort by age, then more chance than anyone can guess. A program's files may come
 * in one millisecond, as Cloudflare's clock stands still while it works; each takes the next one, to keep their order.
 */
export function newFileId(nowMs: number): FileId {
  latestMs = Math.max(nowMs, latestMs + 1)
  const time = latestMs.toString(36).padStart(9, '0')
  const chance = Array.from(crypto.getRandomValues(new Uint8Array(15)), (byte) => DIGITS[byte % 36])
  return FileId.parse(`file-${time}${chance.join('')}`)
}
