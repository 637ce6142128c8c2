/** How long a client may take for one piece; nginx allows a minute, which is long for what holds a program. */
const WRITE_MS = 30_000
/** What is written at once. */
const PIECE_CHARACTERS = 64 * 1024

export interface PacedBodyOptions {
  /** Aborted when the client goes away, or does not read. */
  gone: AbortController
  /** Ends with the request's time. */
  signal: AbortSignal
}

/**
 * Text as the body of a response, at the pace of its reader. A reader who takes nothing for half a minute, or when
 * the request's time is over, has gone: then nothing more is asked for, and what was to come is given up.
 */
export function pacedBody(
  texts: AsyncGenerator<string>,
  { gone, signal }: PacedBodyOptions,
): ReadableStream<Uint8Array> {
  const pieces = encoded(texts)
  let patience: ReturnType<typeof setTimeout> | undefined
  let isAsked = false

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const leave = () => {
          // Whoever waits for more is told by the source, which ends with the same signal.
          if (!isAsked) end(controller)
        }
        signal.addEventListener('abort', leave, { once: true })
      },
      async pull(controller) {
        clearTimeout(patience)
        isAsked = true
        const step = await pieces.next()
        isAsked = false
        if (gone.signal.aborted) return
        if (step.done) return controller.close()
        controller.enqueue(step.value)
        patience = setTimeout(end, WRITE_MS, controller)
      },
      cancel: giveUp,
    },
    { highWaterMark: 0 },
  )

  function end(controller: ReadableStreamDefaultController<Uint8Array>): void {
    if (gone.signal.aborted) return
    controller.error(new Error('The client does not read.'))
    void giveUp()
  }

  async function giveUp(): Promise<void> {
    clearTimeout(patience)
    gone.abort()
    // What still comes of it concerns nobody.
    await pieces.return(undefined).catch(() => {})
  }
}

async function* encoded(texts: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const text of texts) {
    for (let start = 0; start < text.length;) {
      const end = boundary(text, start + PIECE_CHARACTERS)
      yield encoder.encode(text.slice(start, end))
      start = end
    }
  }
}

/** Not in the middle of a character of two units. */
function boundary(text: string, at: number): number {
  const isPair = at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff
  return isPair ? at + 1 : at
}
