import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { rewriteMiniflare } from './rewrite-miniflare.ts'

// Wrangler is a tool for developers: whoever reaches its server may look into the bucket, at files and the secret that
// signs their links, and at traces of requests, and may call handlers, all without a key. It asks only for a `Host` of
// this machine, which anyone can write. Others are served here, so none of that is there.
process.env['X_LOCAL_EXPLORER'] = 'false'
process.env['X_LOCAL_OBSERVABILITY'] = 'false'

type Door = [opens: string, closed: string]

const doors: Door[] = [
  ['if (r2PublicService !== void 0)', 'if (false)'],
  ['!!sharedOptions.unsafeTriggerHandlers', 'false'],
]

/** Of the Worker that stands before ours. */
const entryDoors: Door[] = [
  // By these headers it is told what was asked for, and of whom: only by who knows the secret of this process.
  [
    'async fetch(request, env, ctx) {',
    `async fetch(request, env, ctx) {
      if (request.headers.get("MF-Proxy-Shared-Secret") === null) {
        request = new Request(request);
        for (const name of [...request.headers.keys()]) if (name.startsWith("mf-")) request.headers.delete(name);
      }`,
  ],
  // A stack with the paths of this installation.
  [
    'return new Response(e?.stack ?? String(e), { status: 500 });',
    `return Response.json(
      { error: { message: "This server cannot answer at the moment.", type: "server_error", param: null, code: "server_restarting" } },
      { status: 503, headers: { "retry-after": "5" } });`,
  ],
]

const entryFile = '"core/entry.worker.js"'
const readsFile = 'readFileSync(filePath, "utf8")'

rewriteMiniflare((source) => closeEntry(doors.reduce(close, source)))

/** Miniflare reads that Worker from a file: what it has read is changed. */
function closeEntry(source: string): string {
  const miniflare = createRequire(createRequire(import.meta.url).resolve('wrangler')).resolve(
    'miniflare',
  )
  const entry = readFileSync(join(miniflare, '../workers/core/entry.worker.js'), 'utf8')
  const closed = JSON.stringify(entryDoors.reduce(close, entry))
  const start = source.indexOf(entryFile)
  const at = source.indexOf(readsFile, start)
  if (start < 0 || at < 0) throw new Error('Miniflare reads its entry in another way.')
  const read = source.lastIndexOf('import_', at)
  return `${source.slice(0, read)}${closed}${source.slice(at + readsFile.length)}`
}

function close(source: string, [opens, closed]: Door): string {
  if (!source.includes(opens)) throw new Error(`Miniflare has no "${opens}" to close.`)
  return source.replaceAll(opens, closed)
}
