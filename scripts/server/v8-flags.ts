import { v8Flags } from '../v8-flags.ts'
import { isKnownNote } from './known-note.ts'

/** For every workerd of this process: before one is started. */
export function setV8Flags(): void {
  process.env['MINIFLARE_WORKERD_V8_FLAGS'] ??= v8Flags.join(' ')

  // The part of wrangler that stands before the Worker prints what its workerd says.
  const { warn } = console
  // oxlint-disable-next-line no-console -- it is not ours to say
  console.warn = (...messages: unknown[]) => {
    if (!messages.some(isKnownNote)) warn(...messages)
  }
}
