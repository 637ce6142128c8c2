import { isIP } from 'node:net'
import * as z from 'zod'
import { FileTtlSeconds, whole } from '../../src/config.ts'

/** What `serve.mjs` reads for itself from the environment; the rest is the Worker's. */
const Settings = z
  .object({
    PORT: whole(0, 65_535).default(8787),
    /** Where it listens: at `localhost`, or at one address, such as 0.0.0.0 for all of this machine. */
    HOST: z
      .string()
      .refine((host) => host === 'localhost' || isIP(host) > 0, 'expected an IP address')
      .default('localhost'),
    WORKERS: whole(1, 1024).optional(),
    FILES: z.string().default('files'),
    /** Of each key, in a minute; 0 is no limit. */
    RATE_LIMIT: whole(0, 1_000_000).default(120),
    /** How long requests may go on after SIGTERM. */
    DRAIN_SECONDS: whole(0, 3600).default(25),
    FILE_TTL_SECONDS: FileTtlSeconds,
    AUTH: z.string().default('open'),
  })
  .refine(({ HOST, AUTH }) => AUTH !== 'open' || isLoopback(HOST), {
    path: ['AUTH'],
    message: 'set it to `keys` or `passthrough` where others reach this server (HOST)',
  })
export type Settings = z.infer<typeof Settings>

/** @throws Error that names the variables that are wrong */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const present = Object.entries(environment).filter(([, value]) => value !== '')
  const settings = Settings.safeParse(Object.fromEntries(present))
  if (settings.success) return settings.data
  const problems = settings.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(problems.join('; '))
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}
