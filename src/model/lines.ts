/** The lines of a body without their ends, the last one too. Each is joined once, in however many pieces it comes. */
export async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let held = ''
  for await (const bytes of body) {
    const [first = '', ...lines] = decoder.decode(bytes, { stream: true }).split('\n')
    held += first
    for (const line of lines) {
      yield withoutReturn(held)
      held = line
    }
  }
  yield withoutReturn(held + decoder.decode())
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
