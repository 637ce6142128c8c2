/** How many are waited for at once. */
const AT_ONCE = 20

/** What `act` makes of each, in their order; no more of them are begun than are read, but for the rest of a piece. */
export async function* inPieces<Value, Result>(
  values: readonly Value[],
  act: (value: Value) => Promise<Result>,
): AsyncGenerator<Result> {
  for (let from = 0; from < values.length; from += AT_ONCE) {
    yield* await Promise.all(values.slice(from, from + AT_ONCE).map((value) => act(value)))
  }
}
