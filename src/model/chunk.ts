import * as z from 'zod'
import { toText } from '../json.ts'

const Fields = z.record(z.string(), z.unknown())

/** Some services give what the text would say, rather than the text. */
const Written = z
  .unknown()
  .optional()
  .transform((value) => (value === undefined || value === null ? null : toText(value)))

const Called = z.looseObject({ name: z.string().nullish(), arguments: Written })

const CallDelta = z.looseObject({
  index: z.int().nonnegative().nullish().catch(null),
  id: z.union([z.string(), z.number().transform(String)]).nullish(),
  type: z.string().nullish(),
  function: Called.nullish(),
  custom: z.looseObject({ name: z.string().nullish(), input: z.string().nullish() }).nullish(),
})
export type CallDelta = z.infer<typeof CallDelta>

const Delta = z.looseObject({
  content: z.unknown().optional(),
  tool_calls: z.array(CallDelta).nullish(),
  /** How calls were written before there could be several. */
  function_call: Called.nullish(),
})
export type Delta = z.infer<typeof Delta>

/** What we read of a chunk. Services differ in the rest, which is why so much may be missing. */
export const Chunk = z.looseObject({
  model: z.string().nullish(),
  system_fingerprint: z.string().nullish(),
  service_tier: z.string().nullish(),
  choices: z
    .array(
      z.looseObject({
        delta: Delta.nullish(),
        finish_reason: z.string().nullish(),
        logprobs: Fields.nullish(),
      }),
    )
    .nullish(),
  usage: Fields.nullish().catch(null),
})
export type Chunk = z.infer<typeof Chunk>

const Completion = z.looseObject({
  choices: z.array(
    z.looseObject({
      message: z.looseObject({ tool_calls: z.array(z.looseObject({})).nullish() }),
    }),
  ),
})

/** The whole answer of a service that does not stream, as the one chunk it would be. */
export function toChunk(completion: unknown): Record<string, unknown> {
  const { choices, ...rest } = Completion.parse(completion)
  return {
    ...rest,
    object: 'chat.completion.chunk',
    choices: choices.map(({ message, ...choice }) => ({
      ...choice,
      delta: {
        ...message,
        ...(message.tool_calls && {
          // Each is a call of its own, whatever index it says.
          tool_calls: message.tool_calls.map((call, index) => ({ ...call, index })),
        }),
      },
    })),
  }
}
