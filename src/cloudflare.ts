import type { ImageName } from '../python-runtime/images.ts'
import { r2Store } from './files/r2.ts'
import { storedSecret } from './files/url-secret.ts'
import { inOwnRequest } from './programs.ts'
import { reportStorage } from './routes/report.ts'
import { log, sandboxOn, start } from './start.ts'
import { r2Records } from './state/r2-records.ts'

/** What `npm start` gives beside: a network without private addresses. On Cloudflare there are none to be reached. */
interface LocalEnv {
  WEB?: Fetcher
}

/** The Worker on Cloudflare's platform, or on what stands in for it: one app per isolate. */
export function workerWith(images: readonly ImageName[]) {
  let app: ReturnType<typeof startOn> | undefined
  return {
    fetch(request, env, context) {
      app ??= startOn(env, images)
      return app.fetch(request, env, context)
    },
  } satisfies ExportedHandler<Env & LocalEnv>
}

/** Here `Env` ends: what it holds goes on as plain values and seams. */
function startOn(env: Env & LocalEnv, images: readonly ImageName[]) {
  return start(env, (config) => ({
    sandbox: sandboxOn(inOwnRequest, images, config),
    hasScience: images.includes('science'),
    filesOf: (owner) =>
      r2Store({
        bucket: env.FILES,
        owner,
        ttlSeconds: config.limits.fileTtlSeconds,
        report: reportStorage,
      }),
    recordsOf: (owner) => r2Records(env.FILES, owner),
    storedSecret: () => storedSecret(env.FILES),
    rateLimiter: env.RATE_LIMITER,
    fetch: (url, init) => (env.WEB ? env.WEB.fetch(url, init) : fetch(url, init)),
    log,
  }))
}
