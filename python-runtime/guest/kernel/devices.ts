import type { FileSystem } from './file-system.ts'
import type { DeviceNode } from './nodes.ts'

export type Device = Pick<DeviceNode, 'read' | 'write'>

const nothing = { read: () => 0, write() {} }

/** The devices that every program expects. */
export function makeDevices(
  fs: FileSystem,
  devices: {
    random: (into: Uint8Array<ArrayBuffer>) => void
    stdout: Device['write']
    stderr: Device['write']
  },
): void {
  const random: Device = {
    read(into) {
      devices.random(into)
      return into.length
    },
    write() {},
  }
  const zero: Device = {
    read(into) {
      into.fill(0)
      return into.length
    },
    write() {},
  }
  fs.makePath('/dev')
  fs.makeDevice('/dev/null', nothing)
  fs.makeDevice('/dev/zero', zero)
  fs.makeDevice('/dev/random', random)
  fs.makeDevice('/dev/urandom', random)
  fs.makeDevice('/dev/stdin', nothing)
  fs.makeDevice('/dev/stdout', { read: () => 0, write: devices.stdout })
  fs.makeDevice('/dev/stderr', { read: () => 0, write: devices.stderr })
}
