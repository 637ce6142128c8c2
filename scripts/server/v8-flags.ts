import { v8Flags } from '../v8-flags.ts'

// For every workerd of this process. Import it before one is started.
process.env['MINIFLARE_WORKERD_V8_FLAGS'] ??= v8Flags.join(' ')

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
