import * as z from 'zod'
import { Given } from '../../answer/given.ts'
import type { ProgramItem, ProgramUse, SearchItem, SearchUse } from '../../answer/items.ts'
import { ExecutionResult, type ExecutionOutput } from '../../tools/execution.ts'
import type { ToolOutcome } from '../../tools/tool.ts'

/** An entry of `executed_tools`: a use of a tool of this server. */
export const ExecutedTool = z.looseObject({
  index: z.int().nonnegative(),
  type: z.string().describe('`code_interpreter` or `web_search`'),
  name: z.string(),
  arguments: z.string().describe('What the model asked for, as JSON.'),
  upstream: Given.optional().describe('What the model service wants back with the call.'),
  output: z.string().describe('What the model was told of it.'),
  code_results: z
    .array(
      z.object({
        text: z.string().optional(),
        png: z.string().optional().describe('A picture as base64.'),
        jpeg: z.string().optional(),
        svg: z.string().optional(),
      }),
    )
    .optional()
    .describe('What a program showed.'),
  execution: ExecutionResult.optional().describe('All that came of a program.'),
  search_results: z
    .object({
      results: z.array(
        z.object({
          title: z.string(),
          url: z.string(),
          content: z.string(),
          score: z.number().nullable(),
        }),
      ),
    })
    .optional()
    .describe('The pages that a search found.'),
})
export type ExecutedTool = z.infer<typeof ExecutedTool>

/** The beginning of an entry: what is known before the tool has run. */
export function startOf({ name, arguments: args, given }: ProgramUse | SearchUse) {
  return { type: name, name, arguments: args, ...(given && { upstream: given }) }
}

/** The rest of an entry: what came of it. Null for a use that was never begun. */
export function endOf({ outcome }: ProgramItem | SearchItem) {
  return outcome && { output: outcome.forModel, ...detailsOf(outcome) }
}

function detailsOf(outcome: ToolOutcome) {
  switch (outcome.type) {
    case 'program':
      return {
        code_results: [
          ...outcome.execution.results.flatMap(codeResult),
          ...outcome.savedPictures.map(({ file, format, base64 }) => {
            return { [format]: base64, text: file.name }
          }),
        ],
        execution: outcome.execution,
      }
    case 'search':
      return { search_results: { results: [...outcome.hits] } }
    case 'failed':
      return {}
  }
}

function codeResult({ text, png, jpeg, svg }: ExecutionOutput) {
  const formats = Object.entries({ png, jpeg, svg, text }).filter(
    ([, value]) => value !== undefined,
  )
  return formats.length > 0 ? [Object.fromEntries(formats)] : []
}
