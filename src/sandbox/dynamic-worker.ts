import { FrameError, frameDecoder } from '../../python-runtime/frames.ts'
import type { Execution, ExecutionError, GuestLimits } from '../../python-runtime/protocol.ts'
import { dispose } from './dispose.ts'
import type { StartGuest } from './guests.ts'
import { oneByOne, type OneByOne } from './one-by-one.ts'
import { readEvent, type ResultLimits } from './read-event.ts'
import type { Sandbox, SandboxEvent } from './sandbox.ts'

/** For how long no other sandbox starts beside one: enough for most programs to be over, and their memory free. */
const headStartMs = 300

/** The most that Cloudflare lets a Worker compute for one request. */
const mostCpuMs = 300_000

/** A sandbox made of one guest for each execution. Why one broke is told to `report`, and to no client. */
export function dynamicWorkerSandbox(
  startGuest: StartGuest,
  limits: GuestLimits & ResultLimits,
  report: (error: unknown) => void = () => {},
): Sandbox {
  const starts = oneByOne()
  return {
    async *execute(execution, { caller, signal }) {
      const began = Date.now()
      const expired = AbortSignal.timeout(execution.sandboxTimeoutMs)
      try {
        const ended = AbortSignal.any([signal, expired])
        const turn = () => starts(caller)
        for await (const event of run(startGuest, turn, execution, limits, ended)) {
          if (event.type === 'finished') return yield timed(event, began)
          yield event
        }
        const message = 'the sandbox ended without an outcome'
        report(new Error(message))
        yield failed(message, began)
      } catch (error) {
        if (signal.aborted) yield failed('the request was cancelled', began, 'cancelled')
        else if (expired.aborted) yield outlived(execution.sandboxTimeoutMs, began)
        else if (error instanceof FrameError) yield forged(error, began)
        else {
          report(error)
          yield failed(reason(error), began)
        }
      }
    },
  }
}

async function* run(
  startGuest: StartGuest,
  turn: () => ReturnType<OneByOne>,
  execution: Execution,
  limits: GuestLimits & ResultLimits,
  ended: AbortSignal,
): AsyncGenerator<SandboxEvent> {
  ended.throwIfAborted()
  const aborted = new Promise<never>((_, reject) => {
    ended.addEventListener('abort', () => reject(new Error('aborted')))
  })
  aborted.catch(() => {})

  // The platform's own end for what neither the guard nor this program can stop.
  const cpuMs = Math.min(execution.sandboxTimeoutMs, mostCpuMs)
  const letNextStart = await turn()
  const headStart = setTimeout(letNextStart, headStartMs)
  let call: ReturnType<StartGuest> | undefined
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  try {
    ended.throwIfAborted()
    call = startGuest(execution, limits, cpuMs)
    const stream = await Promise.race([call, aborted])
    reader = stream.getReader()
    const decoder = frameDecoder(limits.maxFrameBytes)
    const read = readEvent(limits)
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), aborted])
      if (done) return
      for (const frame of decoder.push(value)) {
        const event = read(frame)
        if (event) yield event
      }
    }
  } finally {
    clearTimeout(headStart)
    letNextStart()
    // Frees the sandbox when it is left early, which also stops its program.
    letGo(call, reader).catch(() => {})
  }
}

/** Also of a guest that is only about to come. */
async function letGo(
  call: ReturnType<StartGuest> | undefined,
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
): Promise<void> {
  if (reader) await reader.cancel().catch(() => {})
  const stream = await call
  if (!reader) await stream?.cancel()
  dispose(stream, call)
}

type Finished = Extract<SandboxEvent, { type: 'finished' }>

/** The guest's own times, seen from outside: to start it took as long as it did not run. */
function timed(event: Finished, began: number): Finished {
  const wallMs = Date.now() - began
  const insideMs = event.usage.wall_ms - event.usage.start_ms
  const startMs = Math.max(0, wallMs - insideMs)
  return { ...event, usage: { ...event.usage, wall_ms: wallMs, start_ms: startMs } }
}

function outlived(sandboxTimeoutMs: number, began: number): Finished {
  const message = `the sandbox outlived its ${sandboxTimeoutMs} ms`
  return failed(message, began, 'sandbox_timeout')
}

/** Only a program that writes to the channel of its sandbox by itself makes it say what is no event. */
function forged({ message }: FrameError, began: number): Finished {
  const text = `the sandbox sent ${message}`
  return failed(text, began, 'execution_error', 'InvalidEvent')
}

function failed(
  message: string,
  began: number,
  type: ExecutionError['type'] = 'sandbox_unavailable',
  name = 'SandboxError',
): Finished {
  const wallMs = Date.now() - began
  return {
    type: 'finished',
    error: { type, name, message, traceback: '' },
    usage: { wall_ms: wallMs, cpu_ms: 0, start_ms: wallMs, peak_memory_bytes: 0 },
  }
}

/** What may be told of a failure: its kind, never its inside. */
function reason(error: unknown): string {
  const kind = error instanceof Error ? error.name : 'unknown failure'
  return `the sandbox broke (${kind})`
}
