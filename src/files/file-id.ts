import { FileId } from './store.ts'

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'

/** A new id: the time first, so that ids sort by age, then more chance than anyone can guess. */
export function newFileId(nowMs: number): FileId {
  const time = nowMs.toString(36).padStart(9, '0')
  const chance = Array.from(crypto.getRandomValues(new Uint8Array(15)), (byte) => DIGITS[byte % 36])
  return FileId.parse(`file-${time}${chance.join('')}`)
}
