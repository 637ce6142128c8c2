import { found, namesIn, text, type Folder } from '../files/folder.ts'
import { inPieces } from './in-pieces.ts'
import type { Measure, RecordFolder, Records } from './records.ts'

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
      const removals = inPieces(names, (name) =>
        disk.fetch(pathOf(folder) + name, { method: 'DELETE' }),
      )
      for await (const response of removals) found(response)
    },

    async names(folder, prefix) {
      const names = await namesIn(disk, pathOf(folder))
      return names.filter((name) => name.startsWith(prefix)).toSorted()
    },

    async measure(folder) {
      const measured = inPieces(await namesIn(disk, pathOf(folder)), async (name) => {
        const response = await disk.fetch(pathOf(folder) + name, { method: 'HEAD' })
        return found(response) ? measureOf(name, response) : null
      })
      const measures = await Array.fromAsync(measured)
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
