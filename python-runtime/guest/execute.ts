import { encodeFrame } from '../frames.ts'
import type { Execution, GuestLimits } from '../protocol.ts'
import { channel } from './channel.ts'
import { errorOf, lostError } from './failure.ts'
import { guard } from './guard.ts'
import type { Image } from './image.ts'
import { workingDirectory } from './kernel/environment.ts'
import { kernel } from './kernel/kernel.ts'
import { output } from './output.ts'
import { restore } from './restore.ts'

/** CPython's number for "CPU time limit exceeded"; the Python side raises its time-out for it. */
const SIGXCPU = 24

/**
 * Runs one program in a fresh CPython and sends its events as frames, `finished` last. Rejects only when
 * Python cannot be started; whatever the program does is told in the events.
 */
export async function execute(
  image: Image,
  execution: Execution,
  limits: GuestLimits,
  client: { send: (frame: Uint8Array) => void; isGone: () => boolean },
): Promise<void> {
  const { send } = client
  const monotonic = () => performance.now()
  const began = monotonic()
  const printed = output(limits.maxOutputBytes, (event) => send(encodeFrame(event)))
  const time = guard({
    refill: (fuel) => (machine.program.global('__fuel').value = fuel),
    interrupt: () => machine.program.call('PyErr_SetInterruptEx', SIGXCPU),
    beforeYield: () => printed.flush(),
    isAbandoned: client.isGone,
    monotonic,
  })
  const machine = kernel({
    libraries: image.libraries,
    now: () => Date.now(),
    monotonic,
    random: (into) => void crypto.getRandomValues(into),
    stdout: (bytes) => printed.write('stdout', bytes),
    stderr: (bytes) => printed.write('stderr', bytes),
    outOfFuel: () => time.check(),
    sleep: (milliseconds) => time.sleep(milliseconds),
    ...limits,
  })

  restore(machine, image)
  machine.chdir(workingDirectory)
  for (const { name, bytes } of execution.files) {
    machine.writeFile(`${workingDirectory}/${name}`, bytes)
  }
  const startMs = monotonic() - began

  let error: unknown = lostError
  const request = { code: execution.code, timeout_ms: execution.timeoutMs }
  machine.fs.makeDevice(
    '/dev/sandbox',
    channel(request, (json, payload) => {
      if (isFinished(json)) error = json.error
      else send(encodeFrame(json, payload))
    }),
  )
  time.start(execution.timeoutMs)
  try {
    await machine.program.enter('PyRun_SimpleString', image.entry)
  } catch (thrown) {
    error = errorOf(thrown, execution.timeoutMs)
  }

  printed.finish()
  const wallMs = monotonic() - began
  const usage = {
    wall_ms: wallMs,
    cpu_ms: Math.max(0, wallMs - startMs - time.waitedMs),
    start_ms: startMs,
    peak_memory_bytes: machine.program.memory().buffer.byteLength + machine.contents.usage().used,
  }
  send(encodeFrame({ type: 'finished', error, usage }))
}

function isFinished(json: unknown): json is { type: 'finished'; error: unknown } {
  return (
    typeof json === 'object' &&
    json !== null &&
    'type' in json &&
    json.type === 'finished' &&
    'error' in json
  )
}
