import { FOLDERS, type Measure, type RecordFolder, type Records } from './records.ts'

export interface StateLimits {
  maxRecords: number
  maxBytes: number
}

/** One in so many small records has all of them counted, which takes a list of each folder. */
const SELDOM = 1 / 64
const MiB = 1024 * 1024

/** Whether to count what is kept, after so many bytes more of it. What comes between two counts is about a MiB. */
export function isTimeToCount(bytes: number, chance: () => number): boolean {
  return chance() < Math.max(SELDOM, bytes / MiB)
}

interface Thing {
  id: string
  parts: { folder: RecordFolder; name: string }[]
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
  for (const thing of things) {
    if (count <= limits.maxRecords && bytes <= limits.maxBytes) return
    for (const { folder, name } of thing.parts) await records.remove(folder, [name])
    count -= thing.parts.length
    bytes -= thing.bytes
  }
}

/** All that is kept, the oldest first. */
async function measure(records: Records): Promise<Thing[]> {
  const things = new Map<string, Thing>()
  for (const folder of FOLDERS) {
    for (const each of await records.measure(folder)) addPart(things, folder, each)
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
  // Parts before what they are parts of, which comes first in the folders.
  thing.parts.unshift({ folder, name })
  thing.bytes += bytes
  thing.writtenAt = Math.max(thing.writtenAt, writtenAt)
  things.set(id, thing)
}

/** What an id has of its time, whatever it is an id of. */
function digits(id: string): string {
  return id.slice(id.indexOf('_') + 1)
}
