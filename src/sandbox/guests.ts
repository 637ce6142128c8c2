import type Guest from '../../python-runtime/guest/worker.ts'
import type { Execution, GuestLimits } from '../../python-runtime/protocol.ts'
import { dispose } from './dispose.ts'
import { guestWorker, type Image } from './image.ts'

/**
 * Starts a guest for one execution in a Worker of its own, which may compute for `cpuMs`, and gives the frames of its
 * events. Who gets the stream reads it to its end or cancels it: then the Worker is let go.
 */
export type StartGuest = (
  execution: Execution,
  limits: GuestLimits,
  cpuMs: number,
) => Promise<ReadableStream<Uint8Array>>

/** Guests in Workers that are loaded for them. */
export function loadedGuests(loader: WorkerLoader, image: Image): StartGuest {
  return async (execution, limits, cpuMs) => {
    const worker = loader.load(guestWorker(image, cpuMs))
    const entrypoint = worker.getEntrypoint<Guest>()
    // Calls come to the guest in their order.
    const given = image.parts
      ? [entrypoint.take('memory', image.parts.memory), entrypoint.take('files', image.parts.files)]
      : []
    const call = entrypoint.execute(execution, limits)
    try {
      const [frames] = await Promise.all([call, ...given])
      return endingWith(frames, () => dispose(frames, call, entrypoint, worker))
    } catch (error) {
      dispose(call, entrypoint, worker)
      throw error
    }
  }
}

/** The same bytes; `end` is called once, when there are no more or nobody wants them. */
function endingWith(
  stream: ReadableStream<Uint8Array>,
  end: () => void,
): ReadableStream<Uint8Array> {
  const reader = stream.getReader()
  return new ReadableStream({
    type: 'bytes',
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (!done) return controller.enqueue(value)
        controller.close()
      } catch (error) {
        controller.error(error)
      }
      end()
    },
    async cancel(reason) {
      await reader.cancel(reason).catch(() => {})
      end()
    },
  })
}
