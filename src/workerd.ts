import { imageNames } from '../python-runtime/images.ts'
import { ConfigError } from './config.ts'
import { diskStore } from './files/disk.ts'
import type { Folder } from './files/folder.ts'
import { inOwnRequest } from './programs.ts'
import { reportStorage } from './routes/report.ts'
import { staticFiles } from './routes/static-files.ts'
import { UNLIMITED } from './services.ts'
import { log, sandboxOn, start } from './start.ts'
import { diskRecords } from './state/disk-records.ts'

/** What `scripts/workerd.ts` gives, beside the variables; one that is not set is null. */
interface WorkerdEnv {
  LOADER: WorkerLoader
  FOLDER: Folder
  ASSETS: Folder
  /** The network without private addresses. */
  WEB: Fetcher
}

export { Programs } from './science.ts'

let app: ReturnType<typeof startOn> | undefined

/** The Worker on workerd by itself, without Cloudflare and what stands in for it: files are on a disk. */
export default {
  async fetch(request, env, context) {
    app ??= startOn(env)
    return (await staticFiles(env.ASSETS)(request)) ?? app.fetch(request, env, context)
  },
} satisfies ExportedHandler<WorkerdEnv>

function startOn(env: WorkerdEnv) {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== null))
  return start(set, (config) => {
    const { fileUrlSecret, limits } = config
    if (fileUrlSecret === null) {
      throw new ConfigError(
        'FILE_URL_SECRET: servers that share a folder sign links with one secret',
      )
    }
    return {
      sandbox: sandboxOn(inOwnRequest, imageNames, config),
      hasScience: true,
      filesOf: (owner) =>
        diskStore({
          folder: env.FOLDER,
          owner,
          ttlSeconds: limits.fileTtlSeconds,
          report: reportStorage,
        }),
      recordsOf: (owner) => diskRecords(env.FOLDER, owner),
      storedSecret: async () => fileUrlSecret,
      // The proxy before the servers counts for all of them.
      rateLimiter: UNLIMITED,
      fetch: (url, init) => env.WEB.fetch(url, init),
      log,
    }
  })
}
