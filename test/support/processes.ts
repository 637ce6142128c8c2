import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

export interface Process {
  pid: number
  parent: number
  command: string
}

/** Every process that this one started, or one of those. */
export function processesBelow(ancestor: number): Process[] {
  const all = listProcesses()
  const below: Process[] = []
  let parents = new Set([ancestor])
  while (parents.size > 0) {
    const children = all.filter(({ parent }) => parents.has(parent))
    below.push(...children)
    parents = new Set(children.map(({ pid }) => pid))
  }
  return below
}

/** One that has ended stays listed until the system takes note. */
export function isRunning({ pid }: Process): boolean {
  return listProcesses().some((process) => process.pid === pid)
}

/** How much memory a process on Linux has. */
export function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024
}

/** How much memory of a process on Linux holds what was compiled while it ran. */
export function executableBytes(pid: number): number {
  const areas = readFileSync(`/proc/${pid}/smaps`, 'utf8').split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)
  return areas
    .filter((area) => /^\S+ rwx/.test(area))
    .map((area) => Number(/^Rss:\s+(\d+) kB/m.exec(area)?.[1] ?? 0) * 1024)
    .reduce((sum, bytes) => sum + bytes, 0)
}

/** The ports of this machine's own addresses on which a process on Linux takes connections. */
export function listeningPorts(pid: number): number[] {
  const sockets = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      const [, inode] = /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${pid}/fd/${fd}`)) ?? []
      return inode ?? []
    }),
  )
  const listening = '0A'
  return readFileSync(`/proc/${pid}/net/tcp`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode = '']) => state === listening && sockets.has(inode))
    .map(([, address = '']) => Number.parseInt(address.split(':')[1] ?? '', 16))
}

/** One that has been closed meanwhile leads nowhere. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

function listProcesses(): Process[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args=']).toString().trim().split('\n')
  return lines.flatMap((line) => {
    const [pid, parent, state = '', ...command] = line.trim().split(/\s+/)
    const hasEnded = state.startsWith('Z')
    return hasEnded
      ? []
      : [{ pid: Number(pid), parent: Number(parent), command: command.join(' ') }]
  })
}
