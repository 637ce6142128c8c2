import { WorkerEntrypoint } from 'cloudflare:workers'
import type { Execution, GuestLimits } from '../protocol.ts'
import { execute } from './execute.ts'
import archive from './files.wasm'
import record from './image.json.txt'
import type { ImageRecord } from './image.ts'
import { outlet } from './outlet.ts'
import type { Parts } from './parts.ts'
import program from './python.wasm'
import snapshot from './snapshot.wasm'

/** Of an image whose modules have no room for all of it; there is one execution in this Worker. */
let parts: Parts | null = null

/** The program inside the sandbox: takes one execution, answers once, and is thrown away. */
export default class Guest extends WorkerEntrypoint {
  /** Takes, before the program, what the modules of the image do not have. */
  take(name: keyof Parts, bytes: ArrayBuffer): void {
    parts = { memory: none, files: none, ...parts, [name]: new Uint8Array(bytes) }
  }

  /** The frames of `GuestEvent`s, sent as they happen. */
  execute(execution: Execution, limits: GuestLimits): ReadableStream<Uint8Array> {
    const image = { ...imageRecord(), program, snapshot, archive, parts }
    return outlet((client) => execute(image, execution, limits, client))
  }
}

const none = new Uint8Array(0)

/** Our own build wrote it. */
function imageRecord(): ImageRecord {
  return JSON.parse(record)
}
