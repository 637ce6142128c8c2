import type { FileSystem } from './file-system.ts'
import type { Device } from './nodes.ts'

/** More than a program asks for at once; it may ask again. */
const maxRandomBytes = 1 << 20

/** The devices that every program expects, in a folder that is there. */
export function makeDevices(
  fs: FileSystem,
  devices: {
    random: (into: Uint8Array<ArrayBuffer>) => void
    stdout: Device['write']
    stderr: Device['write']
  },
): void {
  const end = () => 0
  const ignore = () => {}
  const random: Device = {
    read(into) {
      const part = into.subarray(0, maxRandomBytes)
      devices.random(part)
      return part.length
    },
    write: ignore,
    seekable: true,
  }
  const zero: Device = {
    read: (into) => into.fill(0).length,
    write: ignore,
    seekable: true,
  }
  fs.makeDevice('/dev/null', { read: end, write: ignore, seekable: true })
  fs.makeDevice('/dev/zero', zero)
  fs.makeDevice('/dev/random', random)
  fs.makeDevice('/dev/urandom', random)
  fs.makeDevice('/dev/stdin', { read: end, write: ignore })
  fs.makeDevice('/dev/stdout', { read: end, write: devices.stdout })
  fs.makeDevice('/dev/stderr', { read: end, write: devices.stderr })
}
