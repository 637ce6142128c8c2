import * as z from 'zod'
import { ApiError } from '../errors.ts'
import { parseJson } from '../json.ts'
import type { SearchHit } from '../search/provider.ts'
import { readArguments, type Written } from './arguments.ts'
import type { ExecutionProgress, ExecutionResult, ResultFile } from './execution.ts'

/** A picture that a program has only saved, and that is shown since it showed none. */
export interface SavedPicture {
  file: ResultFile
  format: 'png' | 'jpeg'
  base64: string
}

/**
 * What came of a call, and what the model reads of it. What the model can act on is an outcome too; a tool rejects only
 * for what nobody foresaw.
 */
export type ToolOutcome =
  | {
      type: 'program'
      forModel: string
      /** What it printed, showed and wrote. */
      execution: ExecutionResult
      savedPictures: readonly SavedPicture[]
    }
  | { type: 'search'; forModel: string; hits: readonly SearchHit[] }
  | { type: 'failed'; forModel: string }

export type ToolEvent = ExecutionProgress | { type: 'outcome'; outcome: ToolOutcome }

export interface Tool {
  /** What its use is in an answer. */
  readonly kind: 'program' | 'search'
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
  kind: Tool['kind']
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
    kind: definition.kind,
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
  return { type: 'outcome', outcome: { type: 'failed', forModel: errorForModel(type, message) } }
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
