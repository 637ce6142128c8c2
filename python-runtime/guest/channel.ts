import { FrameError, rawFrame, readJson } from '../frames.ts'
import type { GuestLimits } from '../protocol.ts'
import { bytesPerFuel, type Spend } from './kernel/costs.ts'
import { ErrnoError, errno } from './kernel/errno.ts'
import type { Device } from './kernel/nodes.ts'

/** Fuel for a frame, whatever is in it: some ten microseconds here, and as much at the host. */
export const fuelPerFrame = 50_000
/** To read and to write a byte of JSON, and a value or key in it, here and at the host. */
const fuelPerJsonByte = 8
const fuelPerJsonWeight = 1000

/** When so much fuel is used, a write is over, and what is left is for the next: about ten milliseconds. */
const fuelPerWrite = 25_000_000

/** What the kernel keeps of a frame: enough for an exception and its traceback, whose fields have no others in them. */
const maxToldBytes = 512 * 1024
const maxToldWeight = 100

/** An event that is for the kernel: how the program ended, or where it was. */
interface Told {
  type: 'finished' | 'final_traceback'
  [field: string]: unknown
}

/** Who hears what comes over the channel. */
export interface Listener {
  told: (event: Told) => void
  /** The frame of a result or a file, for the host. */
  shown: (frame: Uint8Array) => void
  /** Whether the host has yet to take what it was sent. Then the program waits for it at its next look at the clock. */
  mustWait: () => boolean
}

type ChannelLimits = Pick<GuestLimits, 'maxFrameBytes' | 'maxResults' | 'maxResultBytes'>

/**
 * The device over which the Python side reads its request and writes its frames (`_sandbox/channel.py`). The
 * program can write to it too: what comes is checked for its form here, and for all else by the host. Each write
 * is whole frames, so that the program's words cannot run into ours; anything else is an invalid argument.
 *
 * What is shown is counted, and past the limits there is no space left. While the host is behind, a write that shows
 * something is interrupted, to be tried again: nothing piles up between a program that shows much and a host that
 * reads slowly.
 */
export function channel(
  request: object,
  limits: ChannelLimits,
  listener: Listener,
  spend: Spend,
): Device {
  const take = frameTaker(limits, listener, spend)
  let unread = new TextEncoder().encode(JSON.stringify(request))

  return {
    read(into) {
      const part = unread.subarray(0, into.length)
      into.set(part)
      unread = unread.subarray(part.length)
      return part.length
    },

    write(bytes) {
      let taken = 0
      let used = 0
      while (taken < bytes.length && used < fuelPerWrite) {
        try {
          const { size, fuel } = take(bytes.subarray(taken))
          taken += size
          used += fuel
        } catch (error) {
          // What was taken is told first; the failure waits for the next write.
          if (taken > 0 && error instanceof ErrnoError) break
          throw error
        }
      }
      return taken
    },
  }
}

/** Takes the frame at the beginning of the bytes; gives its size, and the fuel that it took. */
function frameTaker(limits: ChannelLimits, { told, shown, mustWait }: Listener, spend: Spend) {
  let results = 0
  let resultBytes = 0

  function show(frame: Uint8Array): void {
    const isFull = results >= limits.maxResults
    if (isFull || resultBytes + frame.length > limits.maxResultBytes) throw errno('ENOSPC')
    if (mustWait()) throw errno('EINTR')
    results++
    resultBytes += frame.length
    // The bytes are the program's own, and it writes others there.
    shown(frame.slice())
  }

  return (bytes: Uint8Array): { size: number; fuel: number } => {
    let fuel = 0
    const charge: Spend = (units) => {
      fuel += units
      spend(units)
    }

    const { json, size } = orInvalid(() => rawFrame(bytes, limits.maxFrameBytes))
    charge(fuelPerFrame + Math.ceil(size / bytesPerFuel) + json.length * fuelPerJsonByte)
    let weight = 0
    const event = orInvalid(() =>
      readJson(json, (counted) => {
        weight = counted
        charge(weight * fuelPerJsonWeight)
      }),
    )
    if (isTold(event)) {
      if (json.length > maxToldBytes || weight > maxToldWeight) throw errno('EINVAL')
      told(event)
    } else if (isShown(event)) {
      show(bytes.subarray(0, size))
    }
    return { size, fuel }
  }
}

/** What is no frame, or only a part of one, is an invalid argument. */
function orInvalid<T>(read: () => T | undefined): T {
  try {
    const value = read()
    if (value !== undefined) return value
  } catch (error) {
    if (!(error instanceof FrameError)) throw error
  }
  throw errno('EINVAL')
}

function isTold(event: unknown): event is Told {
  return hasType(event, 'finished') || hasType(event, 'final_traceback')
}

function isShown(event: unknown): boolean {
  return hasType(event, 'result') || hasType(event, 'file')
}

function hasType(event: unknown, type: string): boolean {
  return typeof event === 'object' && event !== null && 'type' in event && event.type === type
}
