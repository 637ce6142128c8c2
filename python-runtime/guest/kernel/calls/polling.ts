import { fuelPerItem } from '../costs.ts'
import { maxDescriptors } from '../descriptors.ts'
import { errno } from '../errno.ts'
import type { PipeNode } from '../nodes.ts'
import { isWritable } from '../open-file.ts'
import type { Machine } from './calls.ts'

/** Events (`poll.h`). */
const POLLIN = 1
const POLLOUT = 4
const POLLERR = 8
const POLLHUP = 16
const POLLNVAL = 32

/** A `struct pollfd`: descriptor, wanted events, events. */
const entryBytes = 8

/** Tells the events of each entry now, and how many entries have any. */
export function poll({ memory, fds, program }: Machine, entries: number, count: number): number {
  if (count >>> 0 > maxDescriptors) throw errno('EINVAL')
  program.spend(count * fuelPerItem)
  let ready = 0
  for (let index = 0; index < count; index++) {
    const entry = entries + index * entryBytes
    const fd = memory.readI32(entry)
    const wanted = memory.readI16(entry + 4) | POLLERR | POLLHUP | POLLNVAL
    const events = fd < 0 ? 0 : eventsOf(fd) & wanted
    memory.writeI16(entry + 6, events)
    if (events !== 0) ready++
  }
  return ready

  function eventsOf(fd: number): number {
    if (!fds.isOpen(fd)) return POLLNVAL
    const file = fds.get(fd)
    if (file.node.kind !== 'pipe') return POLLIN | POLLOUT
    return isWritable(file) ? writerEvents(file.node) : readerEvents(file.node)
  }
}

function readerEvents(pipe: PipeNode): number {
  return (pipe.length > 0 ? POLLIN : 0) | (pipe.writers === 0 ? POLLIN | POLLHUP : 0)
}

function writerEvents(pipe: PipeNode): number {
  return (pipe.length < pipe.ring.length ? POLLOUT : 0) | (pipe.readers === 0 ? POLLERR : 0)
}
