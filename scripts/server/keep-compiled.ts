// workerd tells V8 that memory is short whenever it makes an isolate. V8 then drops what its quick compiler made of
// the Python program and compiles it anew for the next sandbox, which takes dozens of milliseconds, and does not get
// the memory back: two megabytes for each execution. This has it keep what is compiled, for every workerd of this
// process. Import it before one is started.
process.env['MINIFLARE_WORKERD_V8_FLAGS'] ??= '--no-flush-liftoff-code'

/** With any flag workerd cannot use its cache of the scripts that it brings, and says so in these words. */
const note = 'NOSENTRY per-isolate bootstrap compile cache'

export function isKnownNote(message: unknown): boolean {
  return typeof message === 'string' && message.includes(note)
}

// The part of wrangler that stands before the Worker prints what its workerd says.
const { warn } = console
// oxlint-disable-next-line no-console -- it is not ours to say
console.warn = (...messages: unknown[]) => {
  if (!messages.some(isKnownNote)) warn(...messages)
}
