/** With any flag workerd cannot use its cache of the scripts that it brings, and says so in these words. */
const note = 'NOSENTRY per-isolate bootstrap compile cache'

export function isKnownNote(message: unknown): boolean {
  return typeof message === 'string' && message.includes(note)
}
