/**
 * What an isolate of Cloudflare's has and no isolate of workerd: a clock that stands still while it computes, and limits
 * of its memory and its time. It has to be loaded before anything that uses them.
 */

import { isolateBytes, uncountedBytes } from './memory.ts'

const { setTimeout } = globalThis
const { Instance } = WebAssembly
const read = performance.now.bind(performance)
const { now: readDate } = Date
const memories = new Set<WebAssembly.Memory>()
/** Where programs are told of a signal. */
const signals: { memory: WebAssembly.Memory; address: number }[] = []

const SIGXCPU = 24
/** How long before its limit a program is told of that. Cloudflare does not say. */
const warningMs = 2_000

/** What the clock shows: when the isolate was last given something to do. While it is made there is no time. */
let shown = 0
let epoch = 0
/** When it was last seen to compute. */
let seen = 0
let computedMs = 0
let heldBytes = 0
let limits: IsolateLimits | undefined

interface IsolateLimits {
  cpuMs: number
  /** Called once, when there is too much of something. */
  end: (reason: Error) => void
}

/** Has its time begin, and end when there is too much of something. */
export function limitIsolate(those: IsolateLimits): void {
  shown = seen = read()
  epoch = readDate() - shown
  limits = those
}

/** Counts bytes that are no WebAssembly memory; a negative number of those that are gone. */
export function hold(bytes: number): void {
  heldBytes += bytes
  look()
}

function look(): void {
  const time = read()
  computedMs += time - seen
  seen = time
  if (!limits) return
  if (computedMs > limits.cpuMs - warningMs) raise(SIGXCPU)
  if (computedMs > limits.cpuMs) end('Worker exceeded CPU time limit.')
  else if (memoryBytes() > isolateBytes) end('Worker exceeded memory limit.')
}

function raise(signal: number): void {
  for (const { memory, address } of signals) {
    new DataView(memory.buffer).setUint32(address, signal, true)
  }
}

function end(reason: string): void {
  const told = limits
  limits = undefined
  told?.end(new Error(reason))
}

function memoryBytes(): number {
  let bytes = uncountedBytes + heldBytes
  for (const { buffer } of memories) bytes += buffer.byteLength
  return bytes
}

function clock(): number {
  look()
  return shown
}

function later(callback: () => void, milliseconds?: number): unknown {
  return setTimeout(() => {
    shown = seen = read()
    callback()
  }, milliseconds)
}

class CountedInstance extends Instance {
  constructor(module: WebAssembly.Module, imports?: WebAssembly.Imports) {
    super(module, imports)
    for (const value of Object.values(this.exports)) {
      if (value instanceof WebAssembly.Memory) memories.add(value)
    }
    const { memory, __instance_signal: address } = this.exports
    if (memory instanceof WebAssembly.Memory && address instanceof WebAssembly.Global) {
      signals.push({ memory, address: Number(address.value) })
    }
  }
}

Object.assign(globalThis, { setTimeout: later })
Object.assign(performance, { now: clock })
Object.assign(Date, { now: () => Math.floor(epoch + clock()) })
Object.assign(WebAssembly, { Instance: CountedInstance })
