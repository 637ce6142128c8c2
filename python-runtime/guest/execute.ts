import { encodeFrame } from '../frames.ts'
import type { Execution, GuestLimits } from '../protocol.ts'
import { channel, fuelPerFrame, type Listener } from './channel.ts'
import { errorOf, lostError, noteOf } from './failure.ts'
import { fuelPerCheck, guard, TimeLimit, type Guard } from './guard.ts'
import { signalAddress, type Image } from './image.ts'
import { workingDirectory } from './kernel/environment.ts'
import { kernel } from './kernel/kernel.ts'
import type { Client } from './outlet.ts'
import { output } from './output.ts'
import { restore } from './restore.ts'

/** Linux's number for "CPU time limit exceeded"; the Python side raises its time-out for it. */
const SIGXCPU = 24

/** The program's `__file__`, which it may read: not a file of its folder's. */
const sourcePath = `${workingDirectory}/<code>`

/** Milliseconds since now: CPython adds to it, and what it adds may be as large as a clock can tell. */
function stopwatch(): () => number {
  const began = performance.now()
  return () => performance.now() - began
}

/**
 * Runs one program in a fresh CPython and sends its events as frames, `finished` last. Rejects only when
 * Python cannot be started; whatever the program does is told in the events.
 */
export async function execute(
  image: Image,
  execution: Execution,
  limits: GuestLimits,
  client: Client,
): Promise<void> {
  const monotonic = stopwatch()
  const sandbox = startMachine(image, limits, client, monotonic)
  const { machine, time, printed } = sandbox
  for (const { name, bytes } of execution.files) {
    machine.writeFile(`${workingDirectory}/${name}`, bytes)
  }
  machine.writeFile(sourcePath, new TextEncoder().encode(execution.code))
  machine.unlist(sourcePath)
  const told = openChannel(sandbox, execution, limits, client)
  const startMs = monotonic()

  time.start(execution.timeoutMs)
  try {
    await machine.program.enter('PyObject_CallNoArgs', image.entry)
  } catch (cause) {
    // Whatever came of it, a program whose time was up has run out of time.
    const thrown = time.isOver ? new TimeLimit('time limit', { cause }) : cause
    // Python may have told of its time-out, and then drawn figures for too long.
    if (!hasType(told.error, 'timeout')) {
      printed.write('stderr', new TextEncoder().encode(noteOf(thrown, execution.timeoutMs)))
      printed.finish()
      await askForTraceback(sandbox, image, told)
      told.error = errorOf(thrown, execution.timeoutMs, told.stack)
    }
  }
  printed.finish()

  const { wallMs, cpuMs } = time.elapsed
  const usage = {
    wall_ms: startMs + wallMs,
    cpu_ms: cpuMs,
    start_ms: startMs,
    peak_memory_bytes: machine.program.memory().buffer.byteLength + machine.contents.usage().used,
  }
  client.send(encodeFrame({ type: 'finished', error: told.error, usage }))
}

/** What Python has told of the program's end. */
interface Told {
  error: unknown
  /** Where the program was when it was ended from outside. */
  stack: string
}

/** Gives Python its request, and passes on what it sends. */
function openChannel(
  { machine, time, printed }: Sandbox,
  execution: Execution,
  limits: GuestLimits,
  client: Client,
): Told {
  const told: Told = { error: lostError, stack: '' }
  const request = { code: execution.code, timeout_ms: execution.timeoutMs }
  const { spend } = machine.program
  const listener: Listener = {
    told(event) {
      if (event.type === 'finished') told.error = event['error']
      else told.stack = String(event['traceback'])
    },
    shown(frame) {
      // What was printed before something was shown stays before it.
      printed.flush()
      client.send(frame)
    },
    mustWait() {
      if (!client.isBehind()) return false
      time.holdUntil(client.caughtUp())
      spend(fuelPerCheck)
      return true
    },
  }
  machine.fs.makeDevice('/dev/sandbox', channel(request, limits, listener, spend))
  return told
}

async function askForTraceback(
  { machine, time }: Sandbox,
  image: Image,
  told: Told,
): Promise<void> {
  // The first try may meet the time-out that the program did not live to see raised.
  for (let tries = 0; tries < 2 && told.stack === ''; tries++) {
    time.beginGracePeriod()
    await machine.program.enter('PyObject_CallNoArgs', image.lastWords).catch(() => {})
  }
}

type Sandbox = ReturnType<typeof startMachine>

/** CPython on its kernel, restored and ready; its time has not begun. */
function startMachine(image: Image, limits: GuestLimits, client: Client, monotonic: () => number) {
  const epoch = Date.now() - monotonic()
  // The platform's, until there is a program whose work goes on for it.
  let clock = monotonic
  const printed = output(limits.maxOutputBytes, (event) => {
    machine.program.spend(fuelPerFrame + event.text.length)
    client.send(encodeFrame(event))
  })
  const machine = kernel({
    libraries: image.libraries,
    now: () => epoch + clock(),
    monotonic: () => clock(),
    cpuTime: () => time.elapsed.cpuMs,
    random: (into) => void crypto.getRandomValues(into),
    stdout: (bytes) => printed.write('stdout', bytes),
    stderr: (bytes) => printed.write('stderr', bytes),
    outOfFuel: () => time.check(),
    sleep: (milliseconds) => time.sleep(milliseconds),
    ...limits,
  })
  restore(machine, image)
  machine.chdir(workingDirectory)

  const fuel = machine.program.global('__fuel')
  const time: Guard = guard({
    counter: { read: () => Number(fuel.value), set: (units) => (fuel.value = units) },
    interrupt: () => machine.program.call('PyErr_SetInterruptEx', SIGXCPU),
    beforeYield: () => printed.flush(),
    isAbandoned: client.isGone,
    isWarned: () => machine.memory.readU32(signalAddress) === SIGXCPU,
    monotonic,
  })
  clock = () => time.now()
  return { machine, time, printed }
}

function hasType<Type extends string>(
  json: unknown,
  type: Type,
): json is { type: Type; [field: string]: unknown } {
  return typeof json === 'object' && json !== null && 'type' in json && json.type === type
}
