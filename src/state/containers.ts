import * as z from 'zod'
import { isId, newId } from './ids.ts'
import { inPieces } from './in-pieces.ts'
import { secondsOf, shelf, type Keeping } from './shelf.ts'
import type { ContainerFile, OwnState, StoredContainer } from './store.ts'

const Container = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.int(),
  lastActiveAt: z.int(),
  minutes: z.int(),
  expiresAt: z.int(),
})

/** What a record without anything in it takes. */
const NAME_BYTES = 1024

type Containers = Pick<
  OwnState,
  | 'createContainer'
  | 'container'
  | 'containers'
  | 'containerFiles'
  | 'touchContainer'
  | 'removeContainerFile'
  | 'deleteContainer'
>

/**
 * Containers: a record of each, and an empty one for each file, whose name says it all. Answers that add files at the
 * same time so take nothing from each other.
 */
export function containers(keeping: Keeping): Containers {
  const { records, ttlSeconds, now, report, written } = keeping
  const kept = shelf(keeping, 'containers', Container)
  const most = Math.floor(ttlSeconds / 60)

  const container = async (id: string) => (isId('cntr', id) ? kept.get(id) : null)

  return {
    async createContainer({ id = newId('cntr', now()), name, minutes = most, files = [] }) {
      const createdAt = secondsOf(now())
      await add(id, files)
      return use({ id, name, createdAt, lastActiveAt: createdAt, minutes: Math.min(minutes, most) })
    },

    container,

    async *containers({ after, order }) {
      const names = await records.names('containers', '')
      const ordered = order === 'asc' ? names : names.toReversed()
      // Ids sort by age, so that a page may go on from one that is gone.
      const left = ordered.filter(
        (id) => after === undefined || (order === 'asc' ? id > after : id < after),
      )
      for await (const found of inPieces(left, container)) {
        if (found !== null) yield found
      }
    },

    async containerFiles(id) {
      if (!isId('cntr', id)) return []
      const names = await records.names('container-files', `${id}.`)
      return names.flatMap((name) => {
        const file = fileOf(name)
        if (file === null) report(new Error(`The record container-files/${name} is none.`))
        return file ?? []
      })
    },

    async touchContainer(id, added) {
      const found = await container(id)
      if (found === null) return null
      await add(id, added)
      return use({ ...found, lastActiveAt: secondsOf(now()) })
    },

    async removeContainerFile(id, fileId) {
      if (isId('cntr', id)) await removeFiles(id, (file) => file?.id === fileId)
    },

    async deleteContainer(id) {
      const found = await container(id)
      if (isId('cntr', id)) {
        // The container last: if this fails on the way, it is there to be deleted again.
        await removeFiles(id, () => true)
        await records.remove('containers', [id])
      }
      return found !== null
    },
  }

  async function use(details: StoredContainer): Promise<StoredContainer> {
    const expiresAt = details.lastActiveAt + details.minutes * 60
    await kept.put(details.id, { ...details, expiresAt })
    return details
  }

  async function add(id: string, files: readonly ContainerFile[]): Promise<void> {
    if (files.length === 0) return
    const there = new Set((await records.names('container-files', `${id}.`)).map(fileIdOf))
    const added = new Map(
      files.filter((file) => !there.has(file.id)).map((file) => [file.id, file]),
    )
    await Promise.all(
      Array.from(added.values(), (file) =>
        records.write('container-files', `${id}.${file.id}.${file.kind}`, ''),
      ),
    )
    await written(added.size * NAME_BYTES)
  }

  async function removeFiles(id: string, isGoing: (file: ContainerFile | null) => boolean) {
    const names = await records.names('container-files', `${id}.`)
    await records.remove(
      'container-files',
      names.filter((name) => isGoing(fileOf(name))),
    )
  }
}

const FileName = z.tuple([
  z.string(),
  z.string().min(1),
  z.literal(['made', 'uploaded', 'attached']),
])

function fileOf(name: string): ContainerFile | null {
  const parts = FileName.safeParse(name.split('.'))
  if (!parts.success) return null
  const [, id, kind] = parts.data
  return { id, kind }
}

function fileIdOf(name: string): string | undefined {
  return fileOf(name)?.id
}
