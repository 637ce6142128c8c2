import { StorageFull, type FileStore, type Intake } from './store.ts'

export interface StorageLimits {
  maxStoredFiles: number
  maxStoredBytes: number
}

/**
 * A store that keeps no more than so much for its owner, made for one request. It counts what is stored when the
 * first file comes in, and from then on what comes in by itself: a program with a hundred files has the bucket
 * listed once. Requests at the same time do not see each other's files, and may together be more by what they add.
 */
export function limitedStore(store: FileStore, limits: StorageLimits): FileStore {
  let counted: Promise<Stored> | undefined

  return {
    ...store,

    async put(file) {
      await admit({ files: 1, bytes: file.content.length })
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
          add(await count(), { files: -taken.files, bytes: -taken.bytes })
          await intake.drop()
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
    })))
  }

  /** Makes room for more, or takes none. */
  async function admit(more: Stored): Promise<void> {
    const stored = await count()
    if (stored.files + more.files > limits.maxStoredFiles) {
      throw new StorageFull(`the number of stored files is limited to ${limits.maxStoredFiles}`)
    }
    if (stored.bytes + more.bytes > limits.maxStoredBytes) {
      throw new StorageFull(
        `the size of all stored files is limited to ${limits.maxStoredBytes} bytes`,
      )
    }
    add(stored, more)
  }
}

interface Stored {
  files: number
  bytes: number
}

function add(stored: Stored, more: Stored): void {
  stored.files += more.files
  stored.bytes += more.bytes
}
