import type { RecordFolder, Records } from './records.ts'

/** The most that R2 deletes at once. */
const MAX_DELETED = 1000

/**
 * Records in the bucket that files are in, below `files/` too: so the one rule of the bucket deletes what has expired,
 * of records as of files.
 */
export function r2Records(bucket: R2Bucket, owner: string): Records {
  const pathOf = (folder: RecordFolder) => `files/state/${owner}/${folder}/`

  return {
    async read(folder, name) {
      const object = await bucket.get(pathOf(folder) + name)
      return object && object.text()
    },

    async write(folder, name, text) {
      await bucket.put(pathOf(folder) + name, text)
    },

    async remove(folder, names) {
      const keys = names.map((name) => pathOf(folder) + name)
      for (let from = 0; from < keys.length; from += MAX_DELETED) {
        await bucket.delete(keys.slice(from, from + MAX_DELETED))
      }
    },

    async names(folder, prefix) {
      const objects = await list(pathOf(folder) + prefix)
      return objects.map(({ key }) => key.slice(pathOf(folder).length))
    },

    async measure(folder) {
      const objects = await list(pathOf(folder))
      return objects.map(({ key, size, uploaded }) => ({
        name: key.slice(pathOf(folder).length),
        bytes: size,
        writtenAt: uploaded.getTime(),
      }))
    },
  }

  async function list(prefix: string): Promise<R2Object[]> {
    const objects: R2Object[] = []
    let cursor: string | undefined
    do {
      const page = await bucket.list({ prefix, ...(cursor === undefined ? {} : { cursor }) })
      objects.push(...page.objects)
      cursor = page.truncated ? page.cursor : undefined
    } while (cursor !== undefined)
    return objects
  }
}
