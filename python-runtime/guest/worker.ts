import { WorkerEntrypoint } from 'cloudflare:workers'
import type { Execution, GuestLimits } from '../protocol.ts'
import { execute } from './execute.ts'
import archive from './files.wasm'
import record from './image.json.txt'
import type { ImageRecord } from './image.ts'
import { outlet } from './outlet.ts'
import program from './python.wasm'
import snapshot from './snapshot.wasm'

/** The program inside the sandbox: takes one execution, answers once, and is thrown away. */
export default class Guest extends WorkerEntrypoint {
  /** The frames of `GuestEvent`s, sent as they happen. */
  execute(execution: Execution, limits: GuestLimits): ReadableStream<Uint8Array> {
    const image = { ...imageRecord(), program, snapshot, archive }
    return outlet((client) => execute(image, execution, limits, client))
  }
}

/** Our own build wrote it. */
function imageRecord(): ImageRecord {
  return JSON.parse(record)
}
