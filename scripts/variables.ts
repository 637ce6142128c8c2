/** What `npm start` hands from its environment to the Worker. `src/config.ts` says what each is for. */
const names = [
  'OPENAI_BASE_URL',
  'OPENAI_API_KEY',
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
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && (names.includes(name) || isLimit(name))) variables[name] = value
  }
  return variables
}
