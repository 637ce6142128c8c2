/** What the host may have yet to read when a program that shows more has to wait: many charts, or a large file. */
const maxUnreadBytes = 1024 * 1024

/** Who waits for the outcome. */
export interface Client {
  send: (frame: Uint8Array) => void
  /** Whether nobody waits any more. */
  isGone: () => boolean
  /** Whether there is so much to read that it should not get more. */
  isBehind: () => boolean
  /** Settles when it is no longer behind, or gone. */
  caughtUp: () => Promise<void>
}

/** A stream of what is sent to the client, which `run` gets; it ends when `run` does. */
export function outlet(run: (client: Client) => Promise<void>): ReadableStream<Uint8Array> {
  let isGone = false
  let caughtUp = Promise.withResolvers<void>()

  function tellThoseWhoWait(): void {
    caughtUp.resolve()
    caughtUp = Promise.withResolvers()
  }

  return new ReadableStream(
    {
      type: 'bytes',
      start(controller) {
        const client: Client = {
          send(frame) {
            if (!isGone) controller.enqueue(frame)
          },
          isGone: () => isGone,
          isBehind: () => !isGone && (controller.desiredSize ?? 0) <= 0,
          caughtUp: () => caughtUp.promise,
        }
        // Not waited for: nobody may read before this function's end.
        run(client).then(
          () => {
            if (!isGone) controller.close()
          },
          (error: unknown) => controller.error(error),
        )
      },
      pull: tellThoseWhoWait,
      cancel() {
        isGone = true
        tellThoseWhoWait()
      },
    },
    { highWaterMark: maxUnreadBytes },
  )
}
