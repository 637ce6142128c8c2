import * as z from 'zod'
import { addUsage, type Fields } from '../model/fields.ts'

/** The tokens of an answer, over all its rounds. */
export interface Usage {
  input: number
  /** Of the input, those that the service had kept. */
  cached: number
  output: number
  /** Of the output, those that the model said to itself. */
  reasoning: number
  total: number
  /** All numbers of the service's, under its names. */
  given: Fields
}

const Count = z.number().catch(0)
const Given = z.object({
  prompt_tokens: Count,
  completion_tokens: Count,
  total_tokens: Count,
  prompt_tokens_details: z.object({ cached_tokens: Count }).catch({ cached_tokens: 0 }),
  completion_tokens_details: z.object({ reasoning_tokens: Count }).catch({ reasoning_tokens: 0 }),
})

/** The sum of what a service says of each round; null when it says nothing. */
export function totalUsage(rounds: readonly (Fields | null)[]): Usage | null {
  const given = rounds.reduce<Fields | null>(addUsage, null)
  if (!given) return null
  const counts = Given.parse(given)
  return {
    input: counts.prompt_tokens,
    cached: counts.prompt_tokens_details.cached_tokens,
    output: counts.completion_tokens,
    reasoning: counts.completion_tokens_details.reasoning_tokens,
    total: counts.total_tokens,
    given,
  }
}
