import type { RecordFolder, Records } from '../../src/state/records.ts'

/** The records of all owners, in memory. */
export function memoryRecords() {
  const all = new Map<string, { text: string; writtenAt: number }>()
  let writes = 0

  return (owner: string): Records => {
    const keyOf = (folder: RecordFolder, name: string) => `${owner}/${folder}/${name}`
    const names = (folder: RecordFolder, prefix: string) =>
      [...all.keys()]
        .filter((key) => key.startsWith(keyOf(folder, prefix)))
        .map((key) => key.slice(keyOf(folder, '').length))
        .toSorted()
    return {
      async read(folder, name) {
        return all.get(keyOf(folder, name))?.text ?? null
      },
      async write(folder, name, text) {
        all.set(keyOf(folder, name), { text, writtenAt: ++writes })
      },
      async remove(folder, gone) {
        for (const name of gone) all.delete(keyOf(folder, name))
      },
      async names(folder, prefix) {
        return names(folder, prefix)
      },
      async measure(folder) {
        return names(folder, '').map((name) => {
          const { text = '', writtenAt = 0 } = all.get(keyOf(folder, name)) ?? {}
          return { name, bytes: Buffer.byteLength(text), writtenAt }
        })
      },
    }
  }
}
