import { output } from './child.ts'

interface Process {
  pid: number
  parent: number
  kibibytes: number
  command: string
}

/** Resident memory, in bytes, of the workerd processes that this process has started. */
export async function workerdMemory(): Promise<number> {
  const processes = (await output('ps', ['-A', '-o', 'pid=,ppid=,rss=,comm=']))
    .split('\n')
    .map(read)
  const ours = new Set([process.pid])
  // A child may stand before its parent in the list: it is found in a later turn.
  for (let before = 0; before < ours.size;) {
    before = ours.size
    for (const { pid, parent } of processes) if (ours.has(parent)) ours.add(pid)
  }
  return processes
    .filter(({ pid, command }) => ours.has(pid) && command.includes('workerd'))
    .reduce((sum, { kibibytes }) => sum + kibibytes * 1024, 0)
}

function read(line: string): Process {
  const [pid, parent, kibibytes, ...command] = line.trim().split(/\s+/)
  return {
    pid: Number(pid),
    parent: Number(parent),
    kibibytes: Number(kibibytes),
    command: command.join(' '),
  }
}
