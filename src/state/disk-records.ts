import { found, namesIn, text, type Folder } from '../files/folder.ts'
import type { Measure, RecordFolder, Records } from './records.ts'

/** How many files are asked for at once. */
const AT_ONCE = 50

/** Records in a folder on a disk, which any number of servers may share. */
export function diskRecords(disk: Folder, owner: string): Records {
  const pathOf = (folder: RecordFolder) => `http://folder/state/${owner}/${folder}/`

  return {
    async read(folder, name) {
      const response = await disk.fetch(pathOf(folder) + name)
      return found(response) ? text(response) : null
    },

    async write(folder, name, record) {
      found(await disk.fetch(pathOf(folder) + name, { method: 'PUT', body: record }))
    },

    async remove(folder, names) {
      await each(names, async (name) => {
        found(await disk.fetch(pathOf(folder) + name, { method: 'DELETE' }))
      })
    },

    async names(folder, prefix) {
      const names = await namesIn(disk, pathOf(folder))
      return names.filter((name) => name.startsWith(prefix)).toSorted()
    },

    async measure(folder) {
      const measures = await each(await namesIn(disk, pathOf(folder)), async (name) => {
        const response = await disk.fetch(pathOf(folder) + name, { method: 'HEAD' })
        return found(response) ? measureOf(name, response) : null
      })
      return measures.filter((measure) => measure !== null)
    },
  }
}

function measureOf(name: string, { headers }: Response): Measure {
  return {
    name,
    bytes: Number(headers.get('content-length')),
    writtenAt: Date.parse(headers.get('last-modified') ?? '') || 0,
  }
}

async function each<Value>(
  names: readonly string[],
  act: (name: string) => Promise<Value>,
): Promise<Value[]> {
  const values: Value[] = []
  for (let from = 0; from < names.length; from += AT_ONCE) {
    values.push(...(await Promise.all(names.slice(from, from + AT_ONCE).map(act))))
  }
  return values
}
