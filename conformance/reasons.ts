import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'

/** Why tests fail here that do not fail natively. */
const Row = z.strictObject({
  /** `impossible` in a sandbox, known of every `webassembly`, of a `later` CPython than the image's, or `ours`. */
  kind: z.enum(['impossible', 'webassembly', 'later', 'ours']),
  reason: z.string(),
  suite: z.string().optional(),
  /** Patterns of the test's name and of what it said; what is left out fits all. */
  test: z.string().optional(),
  says: z.string().optional(),
})

export const Kind = Row.shape.kind

export interface Reason {
  kind: z.infer<typeof Kind>
  /** A sentence for the reader of `docs/conformance.md`. */
  reason: string
  fits: (failure: Failure) => boolean
}

interface Failure {
  suite: string
  test: string
  why: string
}

/** The table `reasons.json`. Rejects when it is none. */
export async function readReasons(): Promise<Reason[]> {
  const text = await readFile(join(import.meta.dirname, 'reasons.json'), 'utf8')
  return z.array(Row).parse(JSON.parse(text)).map(toReason)
}

/** The first that fits. */
export function reasonOf(reasons: readonly Reason[], failure: Failure): Reason | undefined {
  return reasons.find(({ fits }) => fits(failure))
}

function toReason({ kind, reason, suite, test = '', says = '' }: z.infer<typeof Row>): Reason {
  const name = new RegExp(test)
  const words = new RegExp(says)
  return {
    kind,
    reason,
    fits: (failure) =>
      (suite === undefined || suite === failure.suite) &&
      name.test(failure.test) &&
      words.test(failure.why),
  }
}
