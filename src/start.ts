import { createApp, createRefusal } from './app.ts'
import { ConfigError, readConfig, type Config } from './config.ts'
import { logFailure } from './routes/report.ts'
import { dynamicWorkerSandbox } from './sandbox/dynamic-worker.ts'
import { queued } from './sandbox/queue.ts'
import type { Sandbox } from './sandbox/sandbox.ts'
import { createServices, type Platform } from './services.ts'

/** The app on its platform, or the one that refuses when the configuration is not one to serve with. */
export function start(env: object, platformFor: (config: Config) => Platform) {
  try {
    const config = readConfig(env)
    return createApp(createServices(config, platformFor(config)))
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    // oxlint-disable-next-line no-console -- The console is the log of a Worker.
    console.error(`Not configured correctly: ${error.message}`)
    return createRefusal()
  }
}

/** Sandboxes as both platforms make them. */
export function sandboxOn(loader: WorkerLoader, { sandbox, queue }: Config): Sandbox {
  const report = (error: unknown) => logFailure(error, { where: 'sandbox' })
  return queued(dynamicWorkerSandbox(loader, sandbox, report), queue)
}

/** Writes one line to the log of a Worker, which is its console. */
export function log(line: string): void {
  // oxlint-disable-next-line no-console -- See above.
  console.log(line)
}
