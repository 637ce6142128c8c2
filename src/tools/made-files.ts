import { FileId, type FileStore } from '../files/store.ts'
import type { ExecutionOutput, ResultFile } from './execution.ts'
import type { Mount } from './mounts.ts'

/** The files of a sandbox, and those that the programs before it have made. Under each name there is the newest. */
export class MadeFiles {
  readonly #given: readonly Mount[]
  readonly #files: FileStore
  readonly #maxBytes: number
  readonly #made = new Map<string, ResultFile>()

  constructor(given: readonly Mount[], files: FileStore, maxBytes: number) {
    this.#given = given
    this.#files = files
    this.#maxBytes = maxBytes
  }

  add(results: readonly ExecutionOutput[]): void {
    for (const { file } of results) {
      if (!file) continue
      this.#made.delete(file.name)
      this.#made.set(file.name, file)
    }
  }

  /** All of them, but for the oldest where they are too many bytes for a sandbox. */
  async mounts(): Promise<Mount[]> {
    const given = this.#given.filter(({ name }) => !this.#made.has(name))
    let room = this.#maxBytes - given.reduce((sum, { bytes }) => sum + bytes.length, 0)
    const made: Mount[] = []
    for (const { id, name, bytes } of [...this.#made.values()].toReversed()) {
      if (bytes > room) continue
      const content = await this.#files.open(FileId.parse(id))
      if (!content) continue
      room -= bytes
      made.push({ name, bytes: new Uint8Array(await new Response(content).arrayBuffer()) })
    }
    return [...given, ...made]
  }
}
