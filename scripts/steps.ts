import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { stripVTControlCharacters } from 'node:util'

/** One thing that is checked. It rejects when it fails; what it resolves to is worth a word. */
export interface Step {
  name: string
  run: () => Promise<string | void>
}

const project = join(import.meta.dirname, '..')
const tools = join(project, 'node_modules/.bin')

/** Runs each step, also after one that failed, and says what came of them. */
export async function runSteps(
  steps: readonly Step[],
): Promise<{ passed: number; failed: number }> {
  const failures: string[] = []
  for (const { name, run } of steps) {
    const start = performance.now()
    const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`
    try {
      const note = await run()
      say(`ok      ${name} (${seconds()})${note ? `: ${note}` : ''}`)
    } catch (error) {
      failures.push(name)
      say(
        `FAILED  ${name} (${seconds()}): ${error instanceof Error ? error.message : String(error)}`,
      )
    }
  }
  return { passed: steps.length - failures.length, failed: failures.length }
}

/** A step that is one of the project's tools. */
export function toolStep(name: string, tool: string, ...args: string[]): Step {
  return { name, run: () => runTool(tool, ...args) }
}

/** Runs a program, of the project's if there is one of that name; rejects when it fails. */
export async function runTool(tool: string, ...args: string[]): Promise<void> {
  const code = await exitCode(tool, ...args)
  if (code !== 0) throw new Error(`${tool} ended with code ${code}`)
}

export async function exitCode(tool: string, ...args: string[]): Promise<number> {
  const stdio = ['ignore', 'inherit', 'inherit'] as const
  return codeOf(spawn(tool, args, { ...surroundings(), stdio: [...stdio] }))
}

/** What a program said, without colors. */
export interface Answer {
  code: number
  output: string
  errors: string
}

/** Runs a program with nobody to ask, and keeps what it says; `input` is what it reads. */
export async function ask(tool: string, args: readonly string[], input = ''): Promise<Answer> {
  const child = spawn(tool, args, { ...surroundings(), stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.end(input)
  const [code, output, errors] = await Promise.all([
    codeOf(child),
    text(child.stdout),
    text(child.stderr),
  ])
  return {
    code,
    output: stripVTControlCharacters(output),
    errors: stripVTControlCharacters(errors),
  }
}

/** Where programs run: in the project's folder, with its tools before all others. */
export function surroundings() {
  return {
    cwd: project,
    env: {
      ...process.env,
      PATH: [tools, process.env['PATH']].join(delimiter),
      WRANGLER_SEND_METRICS: 'false',
      WRANGLER_WRITE_LOGS: 'false',
    },
  }
}

export async function codeOf(child: ChildProcess): Promise<number> {
  const [code] = await once(child, 'exit')
  return typeof code === 'number' ? code : 1
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
