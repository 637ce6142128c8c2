import type { GuestEvent } from '../protocol.ts'

type Stream = 'stdout' | 'stderr'

/**
 * Takes what the program prints, piece by piece, and passes it on as events: whatever was taken is not lost,
 * however the program ends. Of each stream the first and the last `maxBytes / 2` are kept; what is between is
 * counted and left out, so that a program may print for ever in bounded memory.
 */
export interface Output {
  write(stream: Stream, bytes: Uint8Array): void
  /** Passes on what was printed since the last call. */
  flush(): void
  /** Passes on all that is left: the notes of what was left out, and the ends. */
  finish(): void
}

export function output(maxBytes: number, emit: (event: GuestEvent) => void): Output {
  const streams = { stdout: bounded(maxBytes), stderr: bounded(maxBytes) }
  let lastWritten: Stream = 'stdout'

  function send(stream: Stream, text: string): void {
    if (text !== '') emit({ type: stream, text })
  }

  function flush(): void {
    send(lastWritten, streams[lastWritten].head())
  }

  return {
    write(stream, bytes) {
      // The streams' events stay in the order in which they were written.
      if (stream !== lastWritten) flush()
      lastWritten = stream
      streams[stream].write(bytes)
    },
    flush,
    finish() {
      flush()
      send('stdout', streams.stdout.tail())
      send('stderr', streams.stderr.tail())
    },
  }
}

function bounded(maxBytes: number) {
  const half = Math.floor(maxBytes / 2)
  const decoder = new TextDecoder()
  let headRoom = half
  let pending: Uint8Array[] = []
  let last = tailOf(half)

  return {
    write(bytes: Uint8Array): void {
      const head = bytes.subarray(0, headRoom)
      headRoom -= head.length
      if (head.length > 0) pending.push(head.slice())
      if (head.length < bytes.length) last.write(bytes.subarray(head.length))
    },
    /** The text of the first half that was not taken yet. */
    head(): string {
      if (pending.length === 0) return ''
      const text = pending.map((bytes) => decoder.decode(bytes, { stream: true })).join('')
      pending = []
      return text
    },
    tail(): string {
      const { omitted, bytes } = last.take()
      last = tailOf(half)
      if (omitted === 0) return decoder.decode(bytes)
      const note = `\n[… ${omitted} bytes of output left out …]\n`
      return decoder.decode() + note + new TextDecoder().decode(bytes)
    },
  }
}

/** The last `size` bytes of what is written, in a buffer that is moved only when it is full. */
function tailOf(size: number) {
  let buffer: Uint8Array<ArrayBuffer> | undefined
  let length = 0
  let omitted = 0

  return {
    write(bytes: Uint8Array): void {
      buffer ??= new Uint8Array(size * 2)
      const kept = bytes.subarray(Math.max(0, bytes.length - size))
      omitted += bytes.length - kept.length
      if (length + kept.length > buffer.length) {
        const drop = length - (size - Math.min(size, kept.length))
        buffer.copyWithin(0, drop, length)
        length -= drop
        omitted += drop
      }
      buffer.set(kept, length)
      length += kept.length
    },
    take(): { omitted: number; bytes: Uint8Array } {
      if (!buffer) return { omitted, bytes: new Uint8Array(0) }
      const surplus = Math.max(0, length - size)
      return { omitted: omitted + surplus, bytes: buffer.subarray(surplus, length) }
    },
  }
}
