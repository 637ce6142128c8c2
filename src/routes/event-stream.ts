import { pacedBody, type PacedBodyOptions } from './paced-body.ts'

/** One server-sent event. */
export interface Frame {
  event?: string
  data: string
}

/** No client waits longer than this for a sign of life; and only by writing is it noticed that one has gone. */
const SILENCE_MS = 5_000
const SIGN_OF_LIFE = ': still working\n\n'

interface EventStreamOptions extends PacedBodyOptions {
  /** What a failure becomes once the status is sent. */
  onError: (error: unknown) => Frame
  /** What is said while there is nothing else to say; a comment unless it is given. */
  onSilence?: () => Frame
  /** Comes last in any case. */
  lastFrame?: Frame
}

/**
 * Frames as a response, at the pace of its reader.
 *
 * Rejects with what the frames fail with before the first of them, so that this becomes a status; only
 * when the first is long in coming is the response begun without it.
 */
export async function eventStream(
  frames: AsyncGenerator<Frame>,
  { onError, onSilence, lastFrame, gone, signal }: EventStreamOptions,
): Promise<Response> {
  const first = frames.next()
  await orSilence(first)

  async function* texts(): AsyncGenerator<string> {
    let next: Promise<IteratorResult<Frame>> | undefined = first
    try {
      for (;;) {
        next ??= frames.next()
        const step = await orSilence(next)
        if (step === 'silence') {
          yield onSilence ? toText(onSilence()) : SIGN_OF_LIFE
          continue
        }
        if (step.done) break
        next = undefined
        yield toText(step.value)
      }
    } catch (error) {
      if (gone.signal.aborted) return
      yield toText(onError(error))
    } finally {
      // Also when nobody asks for more.
      await frames.return(undefined).catch(() => {})
    }
    if (lastFrame) yield toText(lastFrame)
  }

  return new Response(pacedBody(texts(), { gone, signal }), {
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
