import type { Sandbox } from './sandbox.ts'

/** What the log has of a program: nothing that it is or says. */
interface ProgramEntry {
  level: 'info'
  /** The beginning of the caller's name, as `npm run key` prints it. */
  caller: string
  program: {
    /** How it ended; null without an error. */
    error: string | null
    wall_ms: number
    cpu_ms: number
  }
}

/** A sandbox that writes a line for each program that has ended: also by this is a busy server told from a hung one. */
export function logged(sandbox: Sandbox, log: (line: string) => void): Sandbox {
  return {
    async *execute(execution, run) {
      for await (const event of sandbox.execute(execution, run)) {
        if (event.type === 'finished') {
          const { wall_ms, cpu_ms } = event.usage
          const entry: ProgramEntry = {
            level: 'info',
            caller: run.caller.slice(0, 8),
            program: {
              error: event.error?.type ?? null,
              wall_ms: Math.round(wall_ms),
              cpu_ms: Math.round(cpu_ms),
            },
          }
          log(JSON.stringify(entry))
        }
        yield event
      }
    },
  }
}
