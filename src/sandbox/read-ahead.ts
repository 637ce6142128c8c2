import type { Sandbox, SandboxEvent } from './sandbox.ts'

/**
 * A sandbox that does not wait for whoever takes its events, so that it ends when its program does. It holds up to
 * `maxHeldBytes` that nobody has taken; then the program waits, as long as its sandbox may live.
 */
export function readAhead(sandbox: Sandbox, maxHeldBytes: number): Sandbox {
  return {
    async *execute(execution, { caller, signal }) {
      const left = new AbortController()
      const ended = AbortSignal.any([signal, left.signal])
      const held = new Held(maxHeldBytes)

      async function run(): Promise<void> {
        let mayWait: AbortSignal | undefined
        for await (const event of sandbox.execute(execution, { caller, signal: ended })) {
          mayWait ??= AbortSignal.any([ended, AbortSignal.timeout(execution.sandboxTimeoutMs)])
          held.add(event)
          await held.room(mayWait)
        }
      }

      run().then(
        () => held.end(),
        (error: unknown) => held.fail(error),
      )
      try {
        for (;;) {
          const event = await held.take()
          if (!event) return
          yield event
        }
      } finally {
        left.abort()
      }
    },
  }
}

/** What was said and not yet taken. */
class Held {
  readonly #maxBytes: number
  readonly #events: SandboxEvent[] = []
  #bytes = 0
  #end: { error: unknown } | 'end' | null = null
  #changed = Promise.withResolvers<void>()

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  add(event: SandboxEvent): void {
    this.#events.push(event)
    this.#bytes += sizeOf(event)
    this.#change()
  }

  end(): void {
    this.#end = 'end'
    this.#change()
  }

  fail(error: unknown): void {
    this.#end = { error }
    this.#change()
  }

  /** Waits until there is room for more, or until `signal` says that there is no time for that. */
  async room(signal: AbortSignal): Promise<void> {
    if (this.#bytes <= this.#maxBytes || signal.aborted) return
    const aborted = Promise.withResolvers<void>()
    const abort = () => aborted.resolve()
    signal.addEventListener('abort', abort, { once: true })
    try {
      while (this.#bytes > this.#maxBytes && !signal.aborted) {
        await Promise.race([this.#changed.promise, aborted.promise])
      }
    } finally {
      signal.removeEventListener('abort', abort)
    }
  }

  /** The next event, once there is one; null after the last. */
  async take(): Promise<SandboxEvent | null> {
    for (;;) {
      const event = this.#events.shift()
      if (event) {
        this.#bytes -= sizeOf(event)
        this.#change()
        return event
      }
      if (this.#end === 'end') return null
      if (this.#end) throw this.#end.error
      await this.#changed.promise
    }
  }

  #change(): void {
    this.#changed.resolve()
    this.#changed = Promise.withResolvers()
  }
}

/** About what an event takes, in bytes. */
function sizeOf(event: SandboxEvent): number {
  switch (event.type) {
    case 'stdout':
    case 'stderr':
      return event.text.length + overhead
    case 'result':
      return event.size + overhead
    case 'file':
      return event.bytes.length + overhead
    case 'finished':
      return overhead
  }
}

const overhead = 100
