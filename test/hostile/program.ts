import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import * as z from 'zod'
import { ErrorType } from '../../python-runtime/protocol.ts'

/** A program that means harm, and how it has to end. Its header says so, in comments. */
export interface Program {
  category: string
  name: string
  code: string
  timeoutMs: number
  /** One of these must come of it. */
  endings: Ending[]
  /** What must be in a part of the answer: output and results from before the end are kept. */
  contents: { part: Part; text: string }[]
}

export const Ending = z.union([
  /** No error; or any that is the program's own. */
  z.enum(['ok', 'any']),
  ErrorType,
  z.object({ error: z.string() }),
])
export type Ending = z.infer<typeof Ending>

export const Part = z.enum(['stdout', 'stderr', 'results', 'message', 'traceback'])
export type Part = z.infer<typeof Part>

const folder = join(import.meta.dirname, 'programs')
const DEFAULT_TIMEOUT_MS = 500

export function readPrograms(): Program[] {
  return globSync('*/*.py', { cwd: folder }).toSorted().map(readProgram)
}

function readProgram(path: string): Program {
  const code = readFileSync(join(folder, path), 'utf8')
  const category = dirname(path)
  const name = basename(path, '.py')
  const [, expect] = /^# expect: (.+)$/m.exec(code) ?? []
  if (expect === undefined) throw new Error(`${path} does not say what to expect.`)

  return {
    category,
    name,
    code,
    timeoutMs: Number(/^# timeout_ms: (\d+)$/m.exec(code)?.[1] ?? DEFAULT_TIMEOUT_MS),
    endings: expect.split(' or ').map(readEnding),
    contents: [...code.matchAll(/^# (\w+) contains?: (.+)$/gm)].map(([, part, text]) => ({
      part: Part.parse(part),
      text: z.string().parse(text),
    })),
  }
}

function readEnding(text: string): Ending {
  return Ending.parse(text.startsWith('error ') ? { error: text.slice('error '.length) } : text)
}
