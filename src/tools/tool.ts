import * as z from 'zod'
import { ApiError } from '../errors.ts'
import { parseJson } from '../json.ts'
import { readArguments, type Written } from './arguments.ts'
import type { ExecutionProgress } from './execution.ts'

/** A file that the answer is to show: a picture in it, or a link to it. */
export interface Attachment {
  kind: 'picture' | 'link'
  fileId: string
  name: string
  url: string
}

/** A page that an answer may cite. */
export interface Source {
  title: string
  url: string
}

/** What came of a call. What the model can act on is an outcome too; a tool rejects only for what nobody foresaw. */
export interface ToolOutcome {
  /** What the model reads. */
  forModel: string
  /** What clients get beside it, under the names of the public API. */
  details: object
  attachments: readonly Attachment[]
  sources: readonly Source[]
}

export type ToolEvent = ExecutionProgress | { type: 'outcome'; outcome: ToolOutcome }

export interface Tool {
  readonly name: string
  readonly description: string
  /** JSON Schema of the arguments. */
  readonly parameters: object
  /** Arguments as a model has written them as the JSON that they mean; as they are, where they mean none. */
  read(written: string): string
  /** Tells what the tool does, and last, once, what came of it. */
  call(rawArguments: string, signal: AbortSignal): AsyncIterable<ToolEvent>
}

/** Builds a `Tool` whose arguments are declared to the model and checked on return by one schema. */
export function defineTool<Arguments extends z.ZodObject>(definition: {
  name: string
  description: string
  arguments: Arguments
  /** What arguments clearly mean that do not fit, if anything. */
  meaning?: (written: string) => object | null
  run(args: z.infer<Arguments>, signal: AbortSignal): AsyncIterable<ToolEvent>
}): Tool {
  // Some services refuse a declaration that names its dialect.
  const { $schema: _, ...parameters } = z.toJSONSchema(definition.arguments, { io: 'input' })
  return {
    name: definition.name,
    description: definition.description,
    parameters,
    read(written) {
      const meant = definition.meaning?.(written) ?? valueOf(readArguments(written))
      // What needs no reading stays as the model has written it.
      return meant === undefined || isJsonOf(written, meant) ? written : JSON.stringify(meant)
    },
    async *call(rawArguments, signal) {
      const written = readArguments(rawArguments)
      if ('problem' in written) {
        yield failed(
          'invalid_arguments',
          `The arguments do not fit the parameters: ${written.problem}`,
        )
        return
      }
      const args = definition.arguments.safeParse(written.value)
      if (!args.success) {
        const problem = z.prettifyError(args.error)
        yield failed('invalid_arguments', `The arguments do not fit the parameters.\n${problem}`)
        return
      }
      try {
        yield* definition.run(args.data, signal)
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        yield failed(error.code ?? 'tool_failed', error.message)
      }
    },
  }
}

/** A call that came to nothing, for a reason that the model can act on. */
function failed(type: string, message: string): ToolEvent {
  return {
    type: 'outcome',
    outcome: { forModel: errorForModel(type, message), details: {}, attachments: [], sources: [] },
  }
}

/** An error in the form in which the model reads those of programs. */
export function errorForModel(type: string, message: string): string {
  return JSON.stringify({ error: { type, message } })
}

function valueOf(written: Written): unknown {
  return 'value' in written ? written.value : undefined
}

function isJsonOf(text: string, value: unknown): boolean {
  const parsed = parseJson(text)
  return parsed !== null && JSON.stringify(parsed) === JSON.stringify(value)
}
