import type { Caller, Door } from './auth/door.ts'
import { door } from './auth/doors.ts'
import type { RateLimiter } from './auth/rate-limit.ts'
import type { Config } from './config.ts'
import { guarded, guardedStore } from './files/guarded.ts'
import { limitedStore } from './files/limited.ts'
import { fileLinks, type FileLinks } from './files/signed-url.ts'
import type { FileStore } from './files/store.ts'
import { verdictOn } from './model/key-verdict.ts'
import type { Model } from './model/model.ts'
import { upstreamModel } from './model/upstream.ts'
import { reportStorage } from './routes/report.ts'
import type { Sandbox } from './sandbox/sandbox.ts'
import { searchProvider } from './search/providers.ts'
import { guardedRecords } from './state/guarded.ts'
import { ownState } from './state/own-state.ts'
import type { Records } from './state/records.ts'
import type { OwnState } from './state/store.ts'
import { answerRoom } from './tools/answer-room.ts'
import { packagesOf } from './tools/packages.ts'
import { publicPictures } from './tools/picture.ts'
import type { ToolServices } from './tools/tools.ts'

/** What the platform gives: the places where code runs and files stay. */
export interface Platform {
  sandbox: Sandbox
  /** Whether programs may have the image for science. */
  hasScience: boolean
  filesOf: (owner: string) => FileStore
  recordsOf: (owner: string) => Records
  /** The secret for links to files when the configuration has none. */
  storedSecret: () => Promise<string>
  rateLimiter: RateLimiter
  /** Asks an address that a client has named: one of the public web, wherever its name leads. */
  fetch: (url: string, init: RequestInit) => Promise<Response>
  /** Takes one line for the log. */
  log: (line: string) => void
}

/** Everything the app stands on. */
export interface Services {
  limits: Config['limits']
  switches: Config['switches']
  /** Whether there is a service to search with. */
  canSearch: boolean
  door: Door
  rateLimiter: RateLimiter
  corsOrigins: readonly string[]
  publicUrl: string | null
  log: (line: string) => void
  links: FileLinks
  modelFor: (caller: Caller) => Model
  filesOf: (owner: string) => FileStore
  /** Answers, containers and conversations of an owner. */
  stateOf: (owner: string) => OwnState
  /** What tools need to work for one request of a caller, who reaches this server as the request did. */
  toolServicesFor: (caller: Caller, requestUrl: string) => ToolServices
}

export function createServices(config: Config, platform: Platform): Services {
  const { limits, fileUrlSecret, publicUrl } = config
  const links = fileLinks(
    async () => fileUrlSecret ?? guarded(platform.storedSecret, reportStorage),
  )
  const filesOf = (owner: string) =>
    limitedStore(guardedStore(platform.filesOf(owner), reportStorage), config.storage)
  const stateOf = (owner: string) =>
    ownState({
      records: guardedRecords(platform.recordsOf(owner), reportStorage),
      ttlSeconds: limits.fileTtlSeconds,
      limits: config.state,
      report: reportStorage,
    })
  const search = config.search && searchProvider(config.search)
  const modelFor = ({ key }: Pick<Caller, 'key'>) => upstreamModel(config.upstreams, key)
  const fetchPicture = publicPictures(platform.fetch)

  return {
    limits,
    links,
    switches: config.switches,
    canSearch: search !== null,
    modelFor,
    corsOrigins: config.corsOrigins,
    publicUrl,
    log: platform.log,
    // Without keys there is nobody to count: everyone is this machine.
    rateLimiter: config.access.mode === 'open' ? UNLIMITED : platform.rateLimiter,
    door: door(config.access, (key, signal) => verdictOn(modelFor({ key }), signal)),
    filesOf,
    stateOf,
    toolServicesFor: ({ owner }, requestUrl) => ({
      limits,
      search,
      sandbox: platform.sandbox,
      packages: packagesOf(platform),
      caller: owner,
      room: answerRoom(limits.maxAnswerBytes),
      files: filesOf(owner),
      fetchPicture,
      urlOf: (file) => links.sign(file, owner, publicUrl ?? requestUrl),
    }),
  }
}

/** Where nobody counts, or somebody else does. */
export const UNLIMITED: RateLimiter = { limit: async () => ({ success: true }) }
