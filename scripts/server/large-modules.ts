import { registerHooks } from 'node:module'

// Miniflare (v5) writes its configuration, the Worker's modules included, into a buffer that it copies to grow,
// by 4 KiB each time. With the Python image in it these copies take most of the start: let it grow by more.
const growth = /(MIN_SINGLE_SEGMENT_GROWTH =) \d+/

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    if (!url.endsWith('/miniflare/dist/src/index.js') || !loaded.source) return loaded
    const source =
      typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source)
    return { ...loaded, source: source.replace(growth, '$1 2 ** 26') }
  },
})
