import { StorageFull, type FileStore, type Intake } from './store.ts'

export interface StorageLimits {
  maxStoredFiles: number
  maxStoredBytes: number
}

/**
 * A store that keeps no more than so much for its owner. What is stored is counted when a file begins to come
 * in, so files that come in at the same time may together be more by what they are.
 */
export function limitedStore(store: FileStore, limits: StorageLimits): FileStore {
  return {
    ...store,

    async put(file) {
      room(await bytesLeft(), file.content.length)
      return store.put(file)
    },

    receive(): Intake {
      const intake = store.receive()
      let left: number | undefined
      return {
        ...intake,
        async write(bytes) {
          left = room(left ?? (await bytesLeft()), bytes.length)
          await intake.write(bytes)
        },
        async keep(details) {
          // An empty file is kept without anything written.
          left ??= await bytesLeft()
          return intake.keep(details)
        },
      }
    },
  }

  async function bytesLeft(): Promise<number> {
    const files = await store.list()
    if (files.length >= limits.maxStoredFiles) {
      throw new StorageFull(`the number of stored files is limited to ${limits.maxStoredFiles}`)
    }
    return files.reduce((left, { bytes }) => left - bytes, limits.maxStoredBytes)
  }

  /** What is left beside so many bytes more. */
  function room(left: number, bytes: number): number {
    if (bytes <= left) return left - bytes
    throw new StorageFull(
      `the size of all stored files is limited to ${limits.maxStoredBytes} bytes`,
    )
  }
}
