import { complaintsOf } from './judge.ts'
import type { Program } from './program.ts'
import { type Answer, execute, isAlive, NoAnswer } from './server.ts'
import type { Target } from './target.ts'

/** One program's run, and all that was wrong with it. */
export interface Attempt {
  category: string
  name: string
  timeoutMs: number
  /** From the request to the end of its answer. */
  elapsedMs: number
  /** What came of it: `ok`, or the type and name of the error, or `none` without an answer. */
  outcome: string
  complaints: string[]
}

/** What a program sees that comes next; in a sandbox that nobody was in before, it says always the same. */
export interface Canary {
  code: string
  clean: string
}

/** Runs a program, and then the canary. */
export async function attack(target: Target, program: Program, canary: Canary): Promise<Attempt> {
  const { category, name, timeoutMs } = program
  const began = performance.now()
  const answer = await answerOf(target.url, program)
  const elapsedMs = Math.round(performance.now() - began)

  const complaints = [
    ...(await complaintsOf(program, answer, elapsedMs)),
    ...(await aftermath(target, canary)),
  ]
  return { category, name, timeoutMs, elapsedMs, outcome: outcomeOf(answer), complaints }
}

async function answerOf(
  url: string,
  { code, timeoutMs }: Pick<Program, 'code' | 'timeoutMs'>,
): Promise<Answer | NoAnswer> {
  try {
    return await execute(url, code, timeoutMs)
  } catch (error) {
    if (error instanceof NoAnswer) return error
    throw error
  }
}

/** What the next to come finds. */
async function aftermath(target: Target, { code, clean }: Canary): Promise<string[]> {
  if (!(await isAlive(target.url))) {
    await target.revive()
    return ['the server did not survive it']
  }
  const next = await answerOf(target.url, { code, timeoutMs: 20_000 })
  if (next instanceof NoAnswer) {
    await target.revive()
    return [`the next execution got ${next.message}`]
  }
  if (next.error) return [`the next execution failed: ${next.error.name}: ${next.error.message}`]
  return next.stdout === clean ? [] : [`the next sandbox was not clean: ${next.stdout}`]
}

function outcomeOf(answer: Answer | NoAnswer): string {
  if (answer instanceof NoAnswer) return 'none'
  return answer.error ? `${answer.error.type} ${answer.error.name.slice(0, 80)}` : 'ok'
}
