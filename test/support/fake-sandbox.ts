import type { Execution, Usage } from '../../python-runtime/protocol.ts'
import type { Run, Sandbox, SandboxEvent } from '../../src/sandbox/sandbox.ts'

const USAGE: Usage = { wall_ms: 12, cpu_ms: 8, start_ms: 3, peak_memory_bytes: 40_000_000 }

/** What a program does next; one that waits does so until it is told to end, or its time is over. */
type Step = SandboxEvent | 'waits'

/** A sandbox in which every program does the same, and which remembers what it ran. */
export class FakeSandbox implements Sandbox {
  readonly executions: Execution[] = []
  readonly callers: string[] = []
  readonly signals: AbortSignal[] = []
  readonly #steps: readonly Step[]

  constructor(...steps: Step[]) {
    this.#steps = steps
  }

  async *execute(execution: Execution, { caller, signal }: Run): AsyncGenerator<SandboxEvent> {
    this.executions.push(execution)
    this.callers.push(caller)
    this.signals.push(signal)
    for (const step of this.#steps) {
      if (step === 'waits') {
        const timeout = AbortSignal.timeout(execution.timeoutMs)
        await aborted(AbortSignal.any([signal, timeout]))
        return yield signal.aborted ? CANCELLED : TIMEOUT
      }
      yield step
    }
  }
}

export function prints(text: string): SandboxEvent {
  return { type: 'stdout', text }
}

export function warns(text: string): SandboxEvent {
  return { type: 'stderr', text }
}

export function shows(result: object): SandboxEvent {
  const size = JSON.stringify(result).length
  return { type: 'result', result: { is_main_result: false, ...result }, size }
}

export function writes(name: string, text: string): SandboxEvent {
  return { type: 'file', name, bytes: new TextEncoder().encode(text) }
}

export function finishes(): SandboxEvent {
  return { type: 'finished', error: null, usage: USAGE }
}

export function raises(name: string, message: string): SandboxEvent {
  const traceback = `Traceback (most recent call last):\n  File "<code>", line 1\n${name}: ${message}\n`
  return {
    type: 'finished',
    error: { type: 'execution_error', name, message, traceback },
    usage: USAGE,
  }
}

const CANCELLED: SandboxEvent = {
  type: 'finished',
  error: { type: 'cancelled', name: 'SandboxError', message: 'cancelled', traceback: '' },
  usage: USAGE,
}

const TIMEOUT: SandboxEvent = {
  type: 'finished',
  error: { type: 'timeout', name: 'ExecutionTimeout', message: 'too long', traceback: '' },
  usage: USAGE,
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

/** A PNG of one pixel. */
export const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
