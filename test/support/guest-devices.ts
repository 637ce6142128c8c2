import * as z from 'zod'
import { ExecutionError, Result } from '../../python-runtime/protocol.ts'

/** The part of emscripten's file system that the tests use. */
export interface FileSystem {
  streams: ({ fd: number } | null)[]
  makedev(major: number, minor: number): number
  registerDevice(device: number, operations: object): void
  mkdev(path: string, device: number): void
  open(path: string, flags: string): { fd: number }
  close(stream: { fd: number }): void
  chdir(path: string): void
  mkdirTree(path: string): void
  writeFile(path: string, bytes: Uint8Array): void
  readdir(path: string): string[]
  lstat(path: string): { mode: number }
  isDir(mode: number): boolean
  rmdir(path: string): void
  unlink(path: string): void
}

/** What the guest's Python says; the kernel adds the output and the usage. */
const PythonEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('result'), result: Result }),
  z.strictObject({ type: z.literal('file'), name: z.string() }),
  z.strictObject({ type: z.literal('finished'), error: ExecutionError.nullable() }),
])

/** The kernel's devices as the guest's Python sees them: `/dev/sandbox`, and descriptors 0, 1 and 2. */
export class GuestDevices {
  #request: Uint8Array = new Uint8Array()
  #taken = () => {}
  #said: Record<string, Uint8Array[]> = {}

  constructor(fs: FileSystem) {
    const paths = ['/dev/sandbox', '/dev/program-output', '/dev/program-errors']
    for (const [minor, path] of paths.entries()) this.#makeDevice(fs, path, minor)
    for (const stream of fs.streams.slice(0, 3)) if (stream) fs.close(stream)
    fs.open('/dev/null', 'r')
    fs.open('/dev/program-output', 'w')
    fs.open('/dev/program-errors', 'w')
  }

  /** Forgets what was said, gives the next reader of `/dev/sandbox` this request, and tells when it has it. */
  give(request: object, taken: () => void) {
    this.#request = new TextEncoder().encode(JSON.stringify(request))
    this.#taken = taken
    this.#said = {}
  }

  get stdout() {
    return this.#bytes('/dev/program-output').toString()
  }

  get stderr() {
    return this.#bytes('/dev/program-errors').toString()
  }

  get events() {
    return readFrames(this.#bytes('/dev/sandbox'))
  }

  #bytes(path: string) {
    return Buffer.concat(this.#said[path] ?? [])
  }

  #makeDevice(fs: FileSystem, path: string, minor: number) {
    const device = fs.makedev(64, minor)
    fs.registerDevice(device, {
      open: () => {},
      read: (_stream: unknown, into: Int8Array, at: number, most: number) => {
        const some = this.#request.slice(0, most)
        if (some.length === 0) this.#taken()
        into.set(some, at)
        this.#request = this.#request.slice(some.length)
        return some.length
      },
      write: (_stream: unknown, from: Int8Array, at: number, length: number) => {
        const said = (this.#said[path] ??= [])
        said.push(new Uint8Array(from.subarray(at, at + length)))
        return length
      },
    })
    fs.mkdev(path, device)
  }
}

function readFrames(bytes: Buffer) {
  const events = []
  for (let at = 0; at < bytes.length;) {
    const start = at + 8
    const middle = start + bytes.readUInt32LE(at)
    const end = middle + bytes.readUInt32LE(at + 4)
    const event = PythonEvent.parse(JSON.parse(bytes.toString('utf8', start, middle)))
    events.push({ ...event, payload: new Uint8Array(bytes.subarray(middle, end)) })
    at = end
  }
  return events
}
