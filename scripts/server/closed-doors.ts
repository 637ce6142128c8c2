import { rewriteMiniflare } from './rewrite-miniflare.ts'

// Wrangler is a tool for developers: whoever reaches its server may look into the bucket, at files and the secret that
// signs their links, and at traces of requests, and may call handlers, all without a key. It asks only for a `Host` of
// this machine, which anyone can write. Others are served here, so none of that is there.
process.env['X_LOCAL_EXPLORER'] = 'false'
process.env['X_LOCAL_OBSERVABILITY'] = 'false'

const doors: [opens: string, closed: string][] = [
  ['if (r2PublicService !== void 0)', 'if (false)'],
  ['!!sharedOptions.unsafeTriggerHandlers', 'false'],
]

rewriteMiniflare((source) => doors.reduce(close, source))

function close(source: string, [opens, closed]: [string, string]): string {
  if (!source.includes(opens)) throw new Error(`Miniflare has no "${opens}" to close.`)
  return source.replaceAll(opens, closed)
}
