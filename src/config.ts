import * as z from 'zod'
import { Origins } from './auth/cors.ts'
import type { Access } from './auth/doors.ts'
import { KeyHashes } from './auth/keys.ts'
import { UpstreamTable, type UpstreamConfig, type UpstreamRoute } from './model/upstream.ts'
import { WorkersAi } from './model/workers-ai.ts'
import { SearchConfig } from './search/providers.ts'

const MiB = 1024 * 1024

/** Types of our tools, separated by commas or spaces. */
const ToolTypes = z
  .string()
  .transform((list) => list.split(/[\s,]+/).filter(Boolean))
  .pipe(z.array(z.enum(['code_interpreter', 'web_search'])).min(1))

/** For how long files are kept. */
export const FileTtlSeconds = whole(60, 365 * 86_400).default(7 * 86_400)

/** Every variable the Worker reads, with its default and its bounds. `wrangler.toml` documents the same names. */
const Vars = z.object({
  /** Any OpenAI-compatible service. With neither this nor a key, the embedded demo model answers. */
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  OPENAI_API_KEY: z.string().optional(),
  /** More services, by the beginning of their models' names; a row names an address or a binding. */
  UPSTREAMS: UpstreamTable.optional(),
  /** How long a service may take to begin its answer: the default of OpenAI's own client. */
  UPSTREAM_TIMEOUT_MS: whole(100, 3_600_000).default(600_000),

  AUTH: z.enum(['open', 'keys', 'passthrough']).default('open'),
  API_KEYS: KeyHashes.optional(),

  /** The web pages whose programs may ask this server. */
  CORS_ORIGINS: Origins.optional(),
  /** Where clients reach this server, when that is not where its requests seem to go. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Signs the links to files. Without it a secret is made once and kept beside the files. */
  FILE_URL_SECRET: z.string().min(16).optional(),
  FILE_TTL_SECONDS: FileTtlSeconds,
  /** No more than a sandbox can be given at once. */
  MAX_FILE_BYTES: whole(1, 30 * MiB).default(20 * MiB),
  /** Of one key, or of everyone where there are no keys: a thousand is one page of a bucket's list. */
  MAX_STORED_FILES: whole(1, 1_000_000).default(1000),
  MAX_STORED_BYTES: whole(1, 1024 * 1024 * MiB).default(1024 * MiB),
  /** A file of 20 MiB written as base64, and room for the words around it. */
  MAX_BODY_BYTES: whole(1024, 64 * MiB).default(28 * MiB),

  /** The tools that requests without `tools` get. */
  DEFAULT_TOOLS: ToolTypes.optional(),
  /** Whether the end of a model's name may ask for tools. Names of models of others may end so too. */
  MODEL_SUFFIXES: z.enum(['off', 'on']).default('off'),
  /** How programs are shown whose tool came by one of these ways. */
  DEFAULT_SHOW: z.literal('markdown').optional(),

  MAX_TIMEOUT_MS: whole(100, 3_600_000).default(300_000),
  MAX_SANDBOX_TIMEOUT_MS: whole(100, 3_600_000).default(600_000),
  /** Of each of stdout and stderr; beyond it, the head and the tail are kept. */
  MAX_OUTPUT_BYTES: whole(1024, 16 * MiB).default(MiB),
  /**
   * What all programs of one answer may print and show. On its way out an answer is in memory four times, as objects,
   * as text and in pieces, which eight of these are of the 128 MB that an isolate has on Cloudflare.
   */
  MAX_ANSWER_BYTES: whole(64 * 1024, 128 * MiB).default(8 * MiB),
  /**
   * The linear memory of a program, 63 MiB of which is Python's own. With the program's files (below), the blocks of
   * the image's that are at hand and the guest's heap this leaves a tenth of the 128 MB of an isolate on Cloudflare, so that
   * a program that wants more gets a MemoryError and no isolate is ended (docs/deploy.md has the sum). A machine of one's own has more (`scripts/server/process.ts`).
   */
  SANDBOX_MEMORY_BYTES: whole(64 * MiB, 4096 * MiB).default(88 * MiB),
  /** Programs that run at once in one isolate of the Worker, and programs that wait for their turn. */
  MAX_CONCURRENT_EXECUTIONS: whole(1, 1000).default(8),
  MAX_QUEUED_EXECUTIONS: whole(0, 10_000).default(64),
  MAX_TOOL_ROUNDS: whole(1, 100).default(10),
  /** The most time that one chat request may take, its tools and its model together. */
  MAX_REQUEST_MS: whole(1_000, 3_600_000).default(600_000),
})

/** The names of all variables, those of search services included. */
export const VARIABLES: readonly string[] = [
  ...Object.keys(Vars.shape),
  ...new Set(SearchConfig.options.flatMap(({ shape }) => Object.keys(shape))),
]

/**
 * Bounds on what a program can make this server hold; far beyond what programs do that mean well. The guest keeps to
 * them by itself, and the host believes it nothing.
 */
const SANDBOX_LIMITS = {
  maxFrameBytes: 32 * MiB,
  maxEvents: 100_000,
  maxResults: 200,
  maxResultBytes: 80 * MiB,
}

export type Config = ReturnType<typeof readConfig>

/** The configuration is not one that can be served with. Its message names the variables, for the log. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

export function readConfig(env: object) {
  const vars = readVars(Vars, env)
  const fileBytes = sandboxFileBytes(vars)
  return {
    access: access(vars),
    upstreams: upstreams(vars, env),
    search: search(env),
    switches: {
      hasSuffixes: vars.MODEL_SUFFIXES === 'on',
      defaultTools: defaultTools(vars, env),
      show: vars.DEFAULT_SHOW ?? null,
    },
    corsOrigins: vars.CORS_ORIGINS ?? [],
    publicUrl: vars.PUBLIC_URL ?? null,
    fileUrlSecret: vars.FILE_URL_SECRET ?? null,
    sandbox: {
      maxOutputBytes: vars.MAX_OUTPUT_BYTES,
      maxMemoryBytes: vars.SANDBOX_MEMORY_BYTES,
      maxFileBytes: fileBytes,
      ...SANDBOX_LIMITS,
      // Beside what is shown, two streams, a byte of which is up to six in JSON; and the words around them.
      maxTotalBytes: SANDBOX_LIMITS.maxResultBytes + 12 * vars.MAX_OUTPUT_BYTES + 4 * MiB,
    },
    queue: {
      maxRunning: vars.MAX_CONCURRENT_EXECUTIONS,
      maxWaiting: vars.MAX_QUEUED_EXECUTIONS,
    },
    storage: {
      maxStoredFiles: vars.MAX_STORED_FILES,
      maxStoredBytes: vars.MAX_STORED_BYTES,
    },
    // Of answers and what belongs to them, apart from files. A record is hardly more than the request that it is of.
    state: {
      maxRecords: 10 * vars.MAX_STORED_FILES,
      maxBytes: vars.MAX_STORED_BYTES,
      maxRecordBytes: vars.MAX_BODY_BYTES + vars.MAX_ANSWER_BYTES,
    },
    limits: {
      maxTimeoutMs: vars.MAX_TIMEOUT_MS,
      maxSandboxTimeoutMs: vars.MAX_SANDBOX_TIMEOUT_MS,
      maxToolRounds: vars.MAX_TOOL_ROUNDS,
      maxRequestMs: vars.MAX_REQUEST_MS,
      maxAnswerBytes: vars.MAX_ANSWER_BYTES,
      maxFileBytes: vars.MAX_FILE_BYTES,
      // What a program is given leaves it as much to write. An RPC message takes 32 MiB, and the code needs some.
      maxMountBytes: Math.min(30 * MiB, Math.floor(fileBytes / 2)),
      maxBodyBytes: vars.MAX_BODY_BYTES,
      fileTtlSeconds: vars.FILE_TTL_SECONDS,
    },
  }
}

type Vars = z.infer<typeof Vars>

/**
 * All files of a program, which lie beside its linear memory in the memory of the isolate: as much as a quarter of what
 * Python leaves of that memory, since larger ones could hardly be read.
 */
function sandboxFileBytes({ SANDBOX_MEMORY_BYTES }: Vars): number {
  const quarter = Math.floor((SANDBOX_MEMORY_BYTES - 64 * MiB) / 4)
  return Math.min(64 * MiB, Math.max(4 * MiB, quarter))
}

/** The search service and what it needs; null when none is named. */
function search(env: object): SearchConfig | null {
  const isNamed = 'WEB_SEARCH_PROVIDER' in env && env.WEB_SEARCH_PROVIDER !== ''
  return isNamed ? readVars(SearchConfig, env) : null
}

function defaultTools({ DEFAULT_TOOLS = [] }: Vars, env: object): string[] {
  if (DEFAULT_TOOLS.includes('web_search') && search(env) === null) {
    throw new ConfigError('DEFAULT_TOOLS: web_search needs a WEB_SEARCH_PROVIDER')
  }
  return DEFAULT_TOOLS
}

function readVars<Schema extends z.ZodType>(schema: Schema, env: object): z.infer<Schema> {
  // A variable set to nothing is how shells and dashboards say that it is not set.
  const present = Object.entries(env).filter(([, value]) => value !== '')
  const vars = schema.safeParse(Object.fromEntries(present))
  if (vars.success) {
    return vars.data
  }
  const problems = vars.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new ConfigError(problems.join('; '))
}

function access(vars: Vars): Access {
  switch (vars.AUTH) {
    case 'open':
    case 'passthrough':
      return { mode: vars.AUTH }
    case 'keys':
      if (!vars.API_KEYS) {
        throw new ConfigError('API_KEYS: AUTH=keys needs the SHA-256 hash of at least one key')
      }
      return { mode: 'keys', hashes: vars.API_KEYS }
  }
}

/** The services behind this server: those of the table, and the first one for all other models. */
function upstreams(vars: Vars, env: object): UpstreamRoute[] {
  const table = vars.UPSTREAMS ?? []
  if (table.length > 0 && vars.AUTH === 'passthrough') {
    throw new ConfigError('UPSTREAMS: with AUTH=passthrough the keys of callers go to one service')
  }
  const timeoutMs = vars.UPSTREAM_TIMEOUT_MS
  const named = table.map((row): UpstreamRoute => {
    const { prefix } = row
    if ('binding' in row) {
      const ai = binding(env, row.binding)
      return { prefix, upstream: { kind: 'workers-ai', ai, models: row.models, timeoutMs } }
    }
    const apiKey = row.api_key_var === undefined ? NO_KEY : secret(env, row.api_key_var)
    const makesResponses = row.responses
    const service = {
      kind: 'openai',
      baseUrl: row.base_url,
      apiKey,
      timeoutMs,
      makesResponses,
    } as const
    return { prefix, upstream: service }
  })
  const first = firstUpstream(vars)
  return first.kind === 'demo' && named.length > 0
    ? named
    : [...named, { prefix: '', upstream: first }]
}

function firstUpstream(vars: Vars): UpstreamConfig {
  const named = vars.OPENAI_BASE_URL ?? vars.OPENAI_API_KEY
  if (named === undefined && vars.AUTH !== 'passthrough') {
    return { kind: 'demo' }
  }
  return {
    kind: 'openai',
    baseUrl: vars.OPENAI_BASE_URL ?? 'https://api.openai.com/v1',
    apiKey: vars.OPENAI_API_KEY ?? NO_KEY,
    timeoutMs: vars.UPSTREAM_TIMEOUT_MS,
    makesResponses: false,
  }
}

/** Local servers need no key, but the protocol has no way to send none. */
const NO_KEY = 'none'

function secret(env: object, name: string): string {
  const value: unknown = Reflect.get(env, name)
  if (typeof value === 'string' && value !== '') return value
  throw new ConfigError(`UPSTREAMS: the variable ${name} that it names has no value`)
}

function binding(env: object, name: string): WorkersAi {
  const value = WorkersAi.safeParse(Reflect.get(env, name))
  if (value.success) return value.data
  throw new ConfigError(`UPSTREAMS: there is no AI binding ${name}; wrangler.toml declares it`)
}

/** A variable that is a whole number. */
export function whole(min: number, max: number) {
  return z.coerce.number().int().min(min).max(max)
}
