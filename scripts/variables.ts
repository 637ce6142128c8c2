/** What `npm start` hands from its environment to the Worker. `src/config.ts` says what each is for. */
const names = [
  'OPENAI_BASE_URL',
  'OPENAI_API_KEY',
  'UPSTREAMS',
  'UPSTREAM_TIMEOUT_MS',
  'AUTH',
  'API_KEYS',
  'CORS_ORIGINS',
  'PUBLIC_URL',
  'WEB_SEARCH_PROVIDER',
  'BRAVE_API_KEY',
  'TAVILY_API_KEY',
  'EXA_API_KEY',
  'SEARXNG_URL',
  'FILE_URL_SECRET',
  'FILE_TTL_SECONDS',
  'SANDBOX_MEMORY_BYTES',
]

/** Every limit is a variable too. */
const isLimit = (name: string) => /^MAX_[A-Z_]+$/.test(name)

export function workerVariables(environment: NodeJS.ProcessEnv): Record<string, string> {
  const variables: Record<string, string> = {}
  const keys = keysOf(environment['UPSTREAMS'] ?? '')
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && (names.includes(name) || keys.includes(name) || isLimit(name)))
      variables[name] = value
  }
  return variables
}

/** The variables with the keys of services that a table names. */
function keysOf(upstreams: string): string[] {
  return [...upstreams.matchAll(/"api_key_var"\s*:\s*"(\w+)"/g)].map(([, name = '']) => name)
}
