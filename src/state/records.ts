/** Where the records of a kind lie. Parts are named after what they are parts of: `<its id>.<the rest>`. */
export const FOLDERS = [
  'responses',
  'containers',
  'container-files',
  'conversations',
  'conversation-items',
] as const
export type RecordFolder = (typeof FOLDERS)[number]

/** A record as it is counted. */
export interface Measure {
  name: string
  bytes: number
  /** In milliseconds since 1970, as the storage has noted it. */
  writtenAt: number
}

/**
 * The records of one owner: texts under names. A name is one that this server has made, of letters, digits, `_`, `-` and
 * `.`; never what a client sent. A record is written whole or not at all, and whoever reads after that reads it.
 */
export interface Records {
  read(folder: RecordFolder, name: string): Promise<string | null>
  write(folder: RecordFolder, name: string, text: string): Promise<void>
  /** Does nothing for a name that is not there. */
  remove(folder: RecordFolder, names: readonly string[]): Promise<void>
  /** The names that begin so, in their order. */
  names(folder: RecordFolder, prefix: string): Promise<string[]>
  measure(folder: RecordFolder): Promise<Measure[]>
}
