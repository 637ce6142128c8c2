import { FOLDERS, type Measure, type RecordFolder, type Records } from './records.ts'

export interface StateLimits {
  maxRecords: number
  maxBytes: number
}

/**
 * One in so many small records has all of them counted, and whoever writes it waits for that: a list of each folder, and
 * on a disk a question for each record.
 */
const SELDOM = 1 / 256
/** What is written between two counts, on the average, where records are large. */
const UNCOUNTED_BYTES = 16 * 1024 * 1024

/** Whether to count what is kept, after so many bytes more of it. */
export function isTimeToCount(bytes: number, chance: () => number): boolean {
  return chance() < Math.max(SELDOM, bytes / UNCOUNTED_BYTES)
}

interface Part {
  folder: RecordFolder
  name: string
}

interface Thing {
  id: string
  parts: Part[]
  bytes: number
  writtenAt: number
}

/**
 * Deletes what was not written to for longest until the rest is within the limits: whole responses, conversations and
 * containers, never a part of one.
 */
export async function makeRoom(records: Records, limits: StateLimits): Promise<void> {
  const things = await measure(records)
  let count = things.reduce((sum, { parts }) => sum + parts.length, 0)
  let bytes = things.reduce((sum, thing) => sum + thing.bytes, 0)
  const going: Part[] = []
  for (const thing of things) {
    if (count <= limits.maxRecords && bytes <= limits.maxBytes) break
    for (const part of thing.parts) going.push(part)
    count -= thing.parts.length
    bytes -= thing.bytes
  }
  // Parts before what they are parts of, which comes first in the folders: what is left half-way is still found.
  for (const folder of FOLDERS.toReversed()) {
    const names = going.flatMap((part) => (part.folder === folder ? [part.name] : []))
    if (names.length > 0) await records.remove(folder, names)
  }
}

/** All that is kept, the oldest first. */
async function measure(records: Records): Promise<Thing[]> {
  const things = new Map<string, Thing>()
  const all = await Promise.all(
    FOLDERS.map(async (folder) => ({ folder, measures: await records.measure(folder) })),
  )
  for (const { folder, measures } of all) {
    for (const each of measures) addPart(things, folder, each)
  }
  return [...things.values()].toSorted(
    (a, b) => a.writtenAt - b.writtenAt || (digits(a.id) < digits(b.id) ? -1 : 1),
  )
}

function addPart(
  things: Map<string, Thing>,
  folder: RecordFolder,
  { name, bytes, writtenAt }: Measure,
) {
  const [id = ''] = name.split('.')
  const thing = things.get(id) ?? { id, parts: [], bytes: 0, writtenAt: 0 }
  thing.parts.push({ folder, name })
  thing.bytes += bytes
  thing.writtenAt = Math.max(thing.writtenAt, writtenAt)
  things.set(id, thing)
}

/** What an id has of its time, whatever it is an id of. */
function digits(id: string): string {
  return id.slice(id.indexOf('_') + 1)
}
