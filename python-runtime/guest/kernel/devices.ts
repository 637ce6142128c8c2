import type { FileSystem } from './file-system.ts'
import type { Device } from './nodes.ts'

/** More than a program asks for at once; it may ask again. */
const maxRandomBytes = 1 << 20

/** The devices that every program expects, in a folder that is there. */
export function makeDevices(
  fs: FileSystem,
  devices: {
    random: (into: Uint8Array<ArrayBuffer>) => void
    stdout: (bytes: Uint8Array) => void
    stderr: (bytes: Uint8Array) => void
  },
): void {
  const end = () => 0
  const all = (take: (bytes: Uint8Array) => void) => (bytes: Uint8Array) => {
    take(bytes)
    return bytes.length
  }
  const ignore = all(() => {})
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
  fs.makeDevice('/dev/stdout', { read: end, write: all(devices.stdout) })
  fs.makeDevice('/dev/stderr', { read: end, write: all(devices.stderr) })
}
