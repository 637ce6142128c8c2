import { FrameError, type Frame } from '../../python-runtime/frames.ts'
import { GuestEvent } from '../../python-runtime/protocol.ts'
import { isDeeper } from '../json.ts'
import type { SandboxEvent } from './sandbox.ts'

/** What the host takes from a guest, whatever the guest says. */
export interface ResultLimits {
  /** One event with its payload. */
  maxFrameBytes: number
  /** All events of one execution. */
  maxEvents: number
  maxTotalBytes: number
  /** Things shown, and files; more are left out. */
  maxResults: number
}

const maxNameChars = 1000
const maxTextChars = 70_000

/** How deep JSON may nest: what is deeper breaks whoever reads it. */
const maxDepth = 100

/**
 * Reads the frames of one execution; null for what is past a limit. The guest has run code we do not trust: its
 * words are input like any other.
 */
export function readEvent(limits: ResultLimits): (frame: Frame) => SandboxEvent | null {
  let events = 0
  let bytes = 0
  let results = 0

  return ({ json, payload, size }) => {
    events += 1
    bytes += size
    if (events > limits.maxEvents || bytes > limits.maxTotalBytes) {
      throw new FrameError('more events than an execution may have')
    }
    if (isDeeper(json, maxDepth)) throw new FrameError('an event that nests too deep')
    const event = GuestEvent.safeParse(json)
    if (!event.success) throw new FrameError('an event of an unknown form')
    if (isTooLong(event.data)) throw new FrameError('a text that is longer than it may be')
    const isResult = event.data.type === 'result' || event.data.type === 'file'
    if (isResult && ++results > limits.maxResults) return null
    switch (event.data.type) {
      case 'file':
        return { ...event.data, bytes: payload }
      case 'result':
        return { ...event.data, size }
      case 'stdout':
      case 'stderr':
      case 'finished':
        return event.data
    }
  }
}

/** The Python side cuts these at a little less, and says so in the text. */
function isTooLong(event: GuestEvent): boolean {
  if (event.type === 'result') return (event.result.text?.length ?? 0) > maxTextChars
  if (event.type !== 'finished' || event.error === null) return false
  const { name, message, traceback } = event.error
  return name.length > maxNameChars || Math.max(message.length, traceback.length) > maxTextChars
}
