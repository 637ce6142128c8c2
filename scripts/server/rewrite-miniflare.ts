import { registerHooks } from 'node:module'

/** Changes the source of Miniflare (v5) when it is loaded: what it has no option for. */
export function rewriteMiniflare(change: (source: string) => string): void {
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context)
      if (!url.endsWith('/miniflare/dist/src/index.js') || !loaded.source) return loaded
      const source =
        typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source)
      return { ...loaded, source: change(source) }
    },
  })
}
