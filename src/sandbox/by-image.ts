import { science } from '../../python-runtime/images.ts'
import { importedPackages } from './imports.ts'
import type { Sandbox, SandboxEvent } from './sandbox.ts'

type Finished = Extract<SandboxEvent, { type: 'finished' }>

/** How an error of `standard` ends that is about a module of `science` (`_sandbox/missing.py`). */
const inScience = "it is in the image 'science'."
const how =
  "it is in the image 'science', which a program gets that begins with that import. Import it there."
const nowhere =
  "it is in the image 'science', which runs where this server is on a machine of its own, and not on Cloudflare."

/**
 * Runs each program in the smallest image that has what it imports. What it is only later seen to import has it run again,
 * once, unless it has shown or written anything by then: then the error says how to get it.
 *
 * @param larger null where there is no room for it
 */
export function byImage(standard: Sandbox, larger: Sandbox | null): Sandbox {
  return {
    async *execute(execution, run) {
      if (larger && isOfScience(execution.code)) return yield* larger.execute(execution, run)

      const began = Date.now()
      let hasShown = false
      for await (const event of standard.execute(execution, run)) {
        if (event.type !== 'finished' || !isInScience(event)) {
          hasShown ||= event.type !== 'finished'
          yield event
          continue
        }
        const sandboxTimeoutMs = execution.sandboxTimeoutMs - (Date.now() - began)
        if (!larger) return yield told(event, nowhere)
        if (hasShown || sandboxTimeoutMs <= 0) return yield told(event, how)
        return yield* after(event, larger.execute({ ...execution, sandboxTimeoutMs }, run))
      }
    },
  }
}

function isOfScience(code: string): boolean {
  // Most programs have none of the words.
  if (!science.modules.some((module) => code.includes(module))) return false
  const packages = importedPackages(code)
  return science.modules.some((module) => packages.has(module))
}

function isInScience({ error }: Finished): boolean {
  return error?.type === 'execution_error' && error.message.includes(inScience)
}

function told(event: Finished, hint: string): Finished {
  if (!event.error) return event
  const { message, traceback } = event.error
  const error = {
    ...event.error,
    message: message.replace(inScience, hint),
    traceback: traceback.replace(inScience, hint),
  }
  return { ...event, error }
}

/** What happens in a second run, whose start was as long as the first run. */
async function* after(
  { usage: before }: Finished,
  events: AsyncIterable<SandboxEvent>,
): AsyncGenerator<SandboxEvent> {
  for await (const event of events) {
    if (event.type !== 'finished') yield event
    else {
      const { usage } = event
      const wall_ms = usage.wall_ms + before.wall_ms
      const start_ms = usage.start_ms + before.wall_ms
      yield { ...event, usage: { ...usage, wall_ms, start_ms } }
    }
  }
}
