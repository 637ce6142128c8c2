import * as z from 'zod'
import { ExecutionError, Result, Usage } from '../../../python-runtime/protocol.ts'
import { fromBase64, toBase64 } from '../../../src/tools/base64.ts'

// What a test and the Worker that has the real sandboxes say to each other, so that the one may use them as its own.

const Bytes = z.codec(
  z.string(),
  z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  { decode: fromBase64, encode: toBase64 },
)

/** What the test asks for: to begin, and then what it does with the iterator and the signal that it has. */
export const Asked = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('execute'),
    execution: z.object({
      code: z.string(),
      files: z.array(z.object({ name: z.string(), bytes: Bytes })),
      timeoutMs: z.number(),
      sandboxTimeoutMs: z.number(),
    }),
    caller: z.string(),
    isAborted: z.boolean(),
  }),
  z.object({ type: z.literal('next') }),
  z.object({ type: z.literal('return') }),
  z.object({ type: z.literal('abort') }),
])
export type Asked = z.infer<typeof Asked>

/** The next event; null when there is none. */
export const Next = z.union([
  z.null(),
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('stdout'), text: z.string() }),
    z.object({ type: z.literal('stderr'), text: z.string() }),
    z.object({ type: z.literal('result'), result: Result, size: z.number() }),
    z.object({ type: z.literal('file'), name: z.string(), bytes: Bytes }),
    z.object({ type: z.literal('finished'), error: ExecutionError.nullable(), usage: Usage }),
  ]),
])
