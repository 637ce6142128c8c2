/**
 * The data of each event, as this server writes them: one line each.
 *
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} body
 * @returns {AsyncGenerator<string>}
 */
export async function* serverSentEvents(body) {
  let rest = ''
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const events = (rest + text).split('\n\n')
    rest = events.pop() ?? ''
    for (const event of events) {
      const line = event.split('\n').find((each) => each.startsWith('data: '))
      if (line) yield line.slice('data: '.length)
    }
  }
}
