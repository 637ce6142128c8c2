/** One server-sent event. */
export interface Frame {
  event?: string
  data: string
}

/** No client waits longer than this for a sign of life; and only by writing is it noticed that one has gone. */
const SILENCE_MS = 5_000
const SIGN_OF_LIFE = ': still working\n\n'

interface EventStreamOptions {
  /** What a failure becomes once the status is sent. */
  onError: (error: unknown) => Frame
  /** Comes last in any case. */
  lastFrame?: Frame
  /** Aborted when the client goes away. */
  gone: AbortController
}

/**
 * Frames as a response, at the pace of its reader.
 *
 * Rejects with what the frames fail with before the first of them, so that this becomes a status; only
 * when the first is long in coming is the response begun without it.
 */
export async function eventStream(
  frames: AsyncGenerator<Frame>,
  { onError, lastFrame, gone }: EventStreamOptions,
): Promise<Response> {
  let next: Promise<IteratorResult<Frame>> | undefined = frames.next()
  await orSilence(next)

  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const send = (text: string) => {
          // A reader may leave while the next frame is waited for.
          if (!gone.signal.aborted) controller.enqueue(encoder.encode(text))
        }
        const end = () => {
          if (lastFrame) send(toText(lastFrame))
          if (!gone.signal.aborted) controller.close()
        }
        try {
          next ??= frames.next()
          const step = await orSilence(next)
          if (step === 'silence') {
            send(SIGN_OF_LIFE)
            return
          }
          next = undefined
          if (step.done) end()
          else send(toText(step.value))
        } catch (error) {
          if (gone.signal.aborted) return
          send(toText(onError(error)))
          end()
        }
      },
      async cancel() {
        gone.abort()
        // What still comes of it concerns nobody.
        await frames.return(undefined).catch(() => {})
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache',
      // Proxies of the nginx kind would else hold events back.
      'x-accel-buffering': 'no',
    },
  })
}

async function orSilence<Value>(promise: Promise<Value>): Promise<Value | 'silence'> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<'silence'>((resolve) => {
    timer = setTimeout(resolve, SILENCE_MS, 'silence')
  })
  try {
    return await Promise.race([promise, silence])
  } finally {
    clearTimeout(timer)
  }
}

/** Data must be one line, as JSON is. */
function toText({ event, data }: Frame): string {
  return `${event === undefined ? '' : `event: ${event}\n`}data: ${data}\n\n`
}
