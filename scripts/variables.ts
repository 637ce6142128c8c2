import { VARIABLES } from '../src/config.ts'

const mebibyte = 1024 ** 2

/** A machine of one's own has more memory than an isolate on Cloudflare, which the defaults are for. */
export const localDefaults: Readonly<Record<string, string>> = {
  SANDBOX_MEMORY_BYTES: String(512 * mebibyte),
  MAX_ANSWER_BYTES: String(64 * mebibyte),
}

/** What who starts a server hands from its environment to the Worker: its variables, and the keys that a table names. */
export function workerVariables(environment: NodeJS.ProcessEnv): Record<string, string> {
  const variables: Record<string, string> = {}
  const keys = keysOf(environment['UPSTREAMS'] ?? '')
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && (VARIABLES.includes(name) || keys.includes(name)))
      variables[name] = value
  }
  return variables
}

/** The variables with the keys of services that a table names. */
function keysOf(upstreams: string): string[] {
  return [...upstreams.matchAll(/"api_key_var"\s*:\s*"(\w+)"/g)].map(([, name = '']) => name)
}
