import { scienceMemoryBytes, type ImageName } from '../python-runtime/images.ts'
import { createApp, createRefusal } from './app.ts'
import { ConfigError, readConfig, type Config } from './config.ts'
import { logFailure } from './routes/report.ts'
import { byImage } from './sandbox/by-image.ts'
import { dynamicWorkerSandbox } from './sandbox/dynamic-worker.ts'
import type { StartGuest } from './sandbox/guests.ts'
import { logged } from './sandbox/logged.ts'
import { queued } from './sandbox/queue.ts'
import { readAhead } from './sandbox/read-ahead.ts'
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

/** What a program may be ahead of a client that is slow to read: about what an operating system holds too. */
const MAX_HELD_BYTES = 1024 * 1024

/** Sandboxes as both platforms make them, of the images that there are. */
export function sandboxOn(
  startGuest: (image: ImageName) => StartGuest,
  images: readonly ImageName[],
  { sandbox: limits, queue }: Config,
): Sandbox {
  const report = (error: unknown) => logFailure(error, { where: 'sandbox' })
  const larger = { ...limits, maxMemoryBytes: limits.maxMemoryBytes + scienceMemoryBytes }
  const standard = dynamicWorkerSandbox(startGuest('standard'), limits, report)
  const science = images.includes('science')
    ? dynamicWorkerSandbox(startGuest('science'), larger, report)
    : null
  const programs = logged(byImage(standard, science), log)
  return readAhead(queued(programs, queue), MAX_HELD_BYTES)
}

/** Writes one line to the log of a Worker, which is its console. */
export function log(line: string): void {
  // oxlint-disable-next-line no-console -- See above.
  console.log(line)
}
