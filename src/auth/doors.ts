import type { Door } from './door.ts'
import { keysDoor } from './keys.ts'
import { openDoor } from './open.ts'
import { passthroughDoor, type KeyCheck } from './passthrough.ts'

export type Access =
  | { mode: 'open' }
  | { mode: 'keys'; hashes: readonly string[] }
  | { mode: 'passthrough' }

export function door(access: Access, upstreamAccepts: KeyCheck): Door {
  switch (access.mode) {
    case 'open':
      return openDoor()
    case 'keys':
      return keysDoor(access.hashes)
    case 'passthrough':
      return passthroughDoor(upstreamAccepts)
  }
}
