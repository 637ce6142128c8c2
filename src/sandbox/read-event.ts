import { FrameError, type Frame } from '../../python-runtime/frames.ts'
import { GuestEvent } from '../../python-runtime/protocol.ts'
import type { SandboxEvent } from './sandbox.ts'

/** What the host takes from a guest, whatever the guest says. */
export interface ResultLimits {
  /** One event with its payload. */
  maxFrameBytes: number
  /** All events of one execution. */
  maxEvents: number
  maxTotalBytes: number
}

/** Reads the frames of one execution. The guest has run code we do not trust: its words are input like any other. */
export function readEvent(limits: ResultLimits): (frame: Frame) => SandboxEvent {
  let events = 0
  let bytes = 0

  return ({ json, payload, size }) => {
    events += 1
    bytes += size
    if (events > limits.maxEvents || bytes > limits.maxTotalBytes) {
      throw new FrameError('more events than an execution may have')
    }
    const event = GuestEvent.safeParse(json)
    if (!event.success) throw new FrameError('an event of an unknown form')
    return event.data.type === 'file' ? { ...event.data, bytes: payload } : event.data
  }
}
