import { r2Store } from './files/r2.ts'
import { storedSecret } from './files/url-secret.ts'
import { dynamicWorkerSandbox } from './sandbox/dynamic-worker.ts'
import { queued } from './sandbox/queue.ts'
import { log, start } from './start.ts'

let app: ReturnType<typeof startOn> | undefined

export default {
  fetch(request, env, context) {
    app ??= startOn(env)
    return app.fetch(request, env, context)
  },
} satisfies ExportedHandler<Env>

/** One app per isolate. Here `Env` ends: what it holds goes on as plain values and seams. */
function startOn(env: Env) {
  return start(env, ({ sandbox, queue, limits }) => ({
    sandbox: queued(dynamicWorkerSandbox(env.LOADER, sandbox), queue),
    filesOf: (owner) => r2Store({ bucket: env.FILES, owner, ttlSeconds: limits.fileTtlSeconds }),
    storedSecret: () => storedSecret(env.FILES),
    rateLimiter: env.RATE_LIMITER,
    log,
  }))
}
