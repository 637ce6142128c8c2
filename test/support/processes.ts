import { execFileSync } from 'node:child_process'

export interface Process {
  pid: number
  parent: number
  command: string
}

/** Every process below this one that is not a part of the test runner. */
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

export function isRunning({ pid }: Process): boolean {
  return listProcesses().some((process) => process.pid === pid)
}

function listProcesses(): Process[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args=']).toString().trim().split('\n')
  return lines.map((line) => {
    const [pid, parent, ...command] = line.trim().split(/\s+/)
    return { pid: Number(pid), parent: Number(parent), command: command.join(' ') }
  })
}
