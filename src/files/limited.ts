import {
  OUTPUT_PURPOSE,
  StorageFull,
  type FileStore,
  type Intake,
  type NewFile,
  type StoredFile,
} from './store.ts'

export interface StorageLimits {
  maxStoredFiles: number
  maxStoredBytes: number
}

/**
 * A store that keeps no more than so much for its owner, made for one request. It counts what is stored when the
 * first file comes in, and from then on what comes in by itself: a program with a hundred files has the bucket
 * listed once. Requests at the same time do not see each other's files, and may together be more by what they add.
 *
 * A file of a program makes room for itself: the oldest that programs have made go. What was uploaded stays until
 * who uploaded it deletes it, and what this request has made stays with its answer.
 */
export function limitedStore(store: FileStore, limits: StorageLimits): FileStore {
  let counted: Promise<Stored> | undefined

  return {
    ...store,

    async put(file) {
      const more = { files: 1, bytes: file.content.length }
      await (file.purpose === OUTPUT_PURPOSE ? makeRoom(file) : admit(more))
      return store.put(file)
    },

    receive(): Intake {
      const intake = store.receive()
      const taken = { files: 0, bytes: 0 }
      const take = async (bytes: number) => {
        const more = { files: 1 - taken.files, bytes }
        await admit(more)
        add(taken, more)
      }
      return {
        async write(bytes) {
          await take(bytes.length)
          await intake.write(bytes)
        },
        async keep(details) {
          // An empty file is kept without anything written.
          await take(0)
          return intake.keep(details)
        },
        async drop() {
          await intake.drop()
          if (taken.files > 0) add(await count(), { files: -taken.files, bytes: -taken.bytes })
        },
      }
    },

    async delete(id) {
      const wasThere = await store.delete(id)
      counted = undefined
      return wasThere
    },
  }

  function count(): Promise<Stored> {
    return (counted ??= store.list().then((files) => ({
      files: files.length,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      // The oldest last, which is the first to go.
      outputs: files.filter(({ purpose }) => purpose === OUTPUT_PURPOSE),
    })))
  }

  /** Takes room for more, or takes none. */
  async function admit(more: Amount): Promise<void> {
    const stored = await count()
    const full = fullness(stored, more)
    if (full) throw full
    add(stored, more)
  }

  async function makeRoom({ content }: NewFile): Promise<void> {
    const more = { files: 1, bytes: content.length }
    const stored = await count()
    const full = fullness(without(stored, stored.outputs), more)
    if (full) throw full
    while (fullness(stored, more)) {
      const oldest = stored.outputs.pop()
      if (!oldest) break
      await store.delete(oldest.id)
      add(stored, { files: -1, bytes: -oldest.bytes })
    }
    add(stored, more)
  }

  /** Why there is no room for more, if there is none. */
  function fullness(stored: Amount, more: Amount): StorageFull | null {
    const { maxStoredFiles, maxStoredBytes } = limits
    if (stored.files + more.files > maxStoredFiles) {
      return new StorageFull(`the number of stored files is limited to ${maxStoredFiles}`)
    }
    if (stored.bytes + more.bytes > maxStoredBytes) {
      return new StorageFull(`the size of all stored files is limited to ${maxStoredBytes} bytes`)
    }
    return null
  }
}

interface Amount {
  files: number
  bytes: number
}

interface Stored extends Amount {
  /** What programs made in earlier requests. */
  outputs: StoredFile[]
}

function without({ files, bytes }: Amount, some: readonly StoredFile[]): Amount {
  return {
    files: files - some.length,
    bytes: bytes - some.reduce((sum, file) => sum + file.bytes, 0),
  }
}

function add(stored: Amount, more: Amount): void {
  stored.files += more.files
  stored.bytes += more.bytes
}
