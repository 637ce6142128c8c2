import { createApp, createRefusal } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { r2Store } from './files/r2.ts'
import { storedSecret } from './files/url-secret.ts'
import { dynamicWorkerSandbox } from './sandbox/dynamic-worker.ts'
import { queued } from './sandbox/queue.ts'
import { createServices } from './services.ts'

let app: ReturnType<typeof start> | undefined

export default {
  fetch(request, env, context) {
    app ??= start(env)
    return app.fetch(request, env, context)
  },
} satisfies ExportedHandler<Env>

/** One app per isolate. Here `Env` ends: what it holds goes on as plain values and seams. */
function start(env: Env) {
  try {
    const config = readConfig(env)
    return createApp(
      createServices(config, {
        sandbox: queued(dynamicWorkerSandbox(env.LOADER, config.sandbox), config.queue),
        filesOf: (owner) =>
          r2Store({ bucket: env.FILES, owner, ttlSeconds: config.limits.fileTtlSeconds }),
        storedSecret: () => storedSecret(env.FILES),
        rateLimiter: env.RATE_LIMITER,
        // oxlint-disable-next-line no-console -- The console is the log of a Worker.
        log: (line) => console.log(line),
      }),
    )
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    // oxlint-disable-next-line no-console -- The console is the log of a Worker.
    console.error(`Not configured correctly: ${error.message}`)
    return createRefusal()
  }
}
