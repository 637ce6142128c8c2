type Stream = 'stdout' | 'stderr'

export interface OutputEvent {
  type: Stream
  text: string
}

/** No event has more characters: a text is written as JSON, and read again, in one go. */
const maxEventChars = 256 * 1024

/** How often the program may go from one stream to the other with an event each time. */
const maxOrderedTurns = 10_000

/**
 * Takes what the program prints, piece by piece, and passes it on as events: whatever was taken is not lost,
 * however the program ends. Of each stream the first and the last `maxBytes / 2` are kept; what is between is
 * counted and left out, so that a program may print for ever in bounded memory and a bounded number of events.
 */
export interface Output {
  write(stream: Stream, bytes: Uint8Array): void
  /** Passes on what was printed since the last call. */
  flush(): void
  /** Passes on all that is left: the notes of what was left out, and the ends. What is written later is lost. */
  finish(): void
}

export function output(maxBytes: number, emit: (event: OutputEvent) => void): Output {
  const streams = { stdout: bounded(maxBytes), stderr: bounded(maxBytes) }
  let lastWritten: Stream = 'stdout'
  let turns = 0
  let isFinished = false

  function send(stream: Stream, text: string): void {
    for (let from = 0; from < text.length;) {
      const to = endOfPart(text, from + maxEventChars)
      emit({ type: stream, text: text.slice(from, to) })
      from = to
    }
  }

  function flush(): void {
    const other = lastWritten === 'stdout' ? 'stderr' : 'stdout'
    send(other, streams[other].head())
    send(lastWritten, streams[lastWritten].head())
  }

  return {
    write(stream, bytes) {
      if (isFinished) return
      // The streams' events stay in the order in which they were written, unless that changes all the time.
      if (stream !== lastWritten && turns++ < maxOrderedTurns) flush()
      lastWritten = stream
      streams[stream].write(bytes)
    },
    flush,
    finish() {
      if (isFinished) return
      flush()
      send('stdout', streams.stdout.tail())
      send('stderr', streams.stderr.tail())
      isFinished = true
    },
  }
}

function bounded(maxBytes: number) {
  const half = Math.floor(maxBytes / 2)
  const decoder = textDecoder()
  let headRoom = half
  let text = ''
  const last = tailOf(half)

  return {
    write(bytes: Uint8Array): void {
      const head = bytes.subarray(0, headRoom)
      headRoom -= head.length
      text += decoder.decode(head, { stream: true })
      if (head.length < bytes.length) last.write(bytes.subarray(head.length))
    },
    /** The text of the first half that was not taken yet. */
    head(): string {
      const taken = text
      text = ''
      return taken
    },
    /** The rest. Where something is left out, so is the character that was cut in two there. */
    tail(): string {
      const { omitted, bytes } = last.take()
      if (omitted === 0) return decoder.decode(bytes)
      // No character has more bytes than four.
      const start = Math.max(0, bytes.subarray(0, 4).findIndex(isFirstOfCharacter))
      const note = `\n[… ${omitted + start} bytes of output left out …]\n`
      return note + textDecoder().decode(bytes.subarray(start))
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
        const drop = length - (size - kept.length)
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

/** A decoder that takes nothing away, not even a byte order mark. */
function textDecoder(): TextDecoder {
  return new TextDecoder('utf-8', { fatal: false, ignoreBOM: true })
}

/** No later than `most`, and not between the two halves of a character. */
function endOfPart(text: string, most: number): number {
  if (most >= text.length) return text.length
  return (text.charCodeAt(most) & 0xfc00) === 0xdc00 ? most - 1 : most
}

/** Whether a byte of UTF-8 begins a character. */
function isFirstOfCharacter(byte: number): boolean {
  return (byte & 0xc0) !== 0x80
}
