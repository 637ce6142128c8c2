import { ConfigError, readConfig } from '../../src/config.ts'
import { SearchConfig } from '../../src/search/providers.ts'
import { inMiB, maxDeploymentBytes } from '../deployment-size.ts'
import type { Account, Login } from './account.ts'
import { isSet, type Settings } from './settings.ts'

/** Everything that decides whether a deployment can serve. */
export interface Deployment {
  account: Account
  settings: Settings
  /** The name of the bucket for files. */
  bucketName: string
  /** The binding of Workers AI, which UPSTREAMS can name. */
  aiBinding: string | undefined
  /** Of all modules together. */
  bytes: number
}

/** One thing that was looked at, and the setting that is missing if it is one. */
export type Finding = { about: string; note: string; setting?: string } & (
  | { kind: 'fine' }
  /** What deploying does on the way: a command of wrangler. */
  | { kind: 'planned'; command: readonly string[] }
  /** What keeps the deployment from serving, and how it is set right. */
  | { kind: 'fault'; remedy: readonly string[] }
)

/** Whose objects expire: see `src/files/r2.ts`. */
const filesPrefix = 'files/'
const secondsOfDay = 86_400

/** All of them, in the order in which one sets them right. */
export function examine(deployment: Deployment): Finding[] {
  const { account, settings, bytes } = deployment
  const findings = [
    accountOf(account.login),
    access(settings),
    ...keys(settings),
    modelService(settings),
    ...search(settings),
    ...files(deployment),
    size(bytes),
  ]
  return [...findings, configuration(deployment, findings)]
}

function accountOf(login: Login): Finding {
  const about = 'account'
  switch (login.kind) {
    case 'unknown':
      return fault(about, `Cloudflare could not be asked: ${login.reason}`)
    case 'out':
      return fault(
        about,
        'nobody is logged in to Cloudflare; the secrets and the bucket that are there already are not seen until then',
        'npx wrangler login',
        'or, where there is no browser, CLOUDFLARE_API_TOKEN=… npm run deploy (docs/deploy.md says what the token is for)',
      )
    case 'undecided':
      return fault(
        about,
        `${login.who} has these, and which one is not said: ${login.accounts.join(', ')}`,
        'CLOUDFLARE_ACCOUNT_ID=… npm run deploy, or account_id in wrangler.toml',
      )
    case 'in':
      return fine(about, `${login.who}, ${login.account}`)
  }
}

function access(settings: Settings): Finding {
  const mode = settings.values.get('AUTH')
  if (mode === 'keys') return fine('AUTH', 'whoever has one of your keys')
  if (mode === 'passthrough') return fine('AUTH', 'whoever has a key of the model service')
  if (settings.stored.has('AUTH')) return fine('AUTH', 'a secret, whose value is not seen')
  return {
    ...fault(
      'AUTH',
      `${mode === undefined ? 'nobody has chosen who may use the server' : `it is ${mode}`}, and a deployment would refuse every request`,
      'AUTH = "keys" in [vars] of wrangler.toml: whoever has one of your keys, and you pay the model service',
      'AUTH = "passthrough": whoever has a key of the model service, and each pays for its own',
    ),
    setting: 'AUTH',
  }
}

function keys(settings: Settings): Finding[] {
  if (settings.values.get('AUTH') !== 'keys') return []
  if (isSet(settings, 'API_KEYS')) return [fine('API_KEYS', 'there are keys')]
  return [
    missing(
      'API_KEYS',
      'AUTH is "keys", and there are none',
      'npm run key                          makes a key, and its hash',
    ),
  ]
}

function modelService(settings: Settings): Finding {
  const about = 'model service'
  const address = settings.values.get('OPENAI_BASE_URL')
  if (settings.values.get('AUTH') === 'passthrough')
    return fine(about, `${address ?? 'OpenAI'}, with the keys of those who ask`)
  if (isSet(settings, 'OPENAI_API_KEY')) return fine(about, address ?? 'OpenAI')
  if (isSet(settings, 'UPSTREAMS') && address === undefined) return fine(about, 'as UPSTREAMS says')
  if (address === undefined && !settings.stored.has('OPENAI_BASE_URL')) {
    return fine(about, 'none, so the demo model answers; OPENAI_BASE_URL names one')
  }
  return missing(
    'OPENAI_API_KEY',
    `${address ?? 'the model service'} has to be asked with a key; for one without keys, any word will do`,
  )
}

/** What a search service needs is what its own schema says. */
function search(settings: Settings): Finding[] {
  const name = settings.values.get('WEB_SEARCH_PROVIDER')
  const provider = SearchConfig.options.find(
    ({ shape }) => shape.WEB_SEARCH_PROVIDER.value === name,
  )
  if (provider === undefined) return []
  const lacking = Object.keys(provider.shape).filter((setting) => !isSet(settings, setting))
  if (lacking.length === 0) return [fine('web search', name ?? '')]
  return lacking.map((setting) =>
    missing(setting, `WEB_SEARCH_PROVIDER is "${name}", which needs it`),
  )
}

function files({ account: { bucket }, settings, bucketName }: Deployment): Finding[] {
  const keptSeconds = fileTtlSeconds(settings)
  switch (bucket.kind) {
    case 'unseen':
      return []
    case 'unknown':
      return [
        fault(
          'bucket',
          `${bucketName} could not be looked at: ${bucket.reason}`,
          'R2 has to be switched on for the account, in the dashboard under "R2 object storage"',
        ),
      ]
    case 'missing':
      return [
        planned('bucket', `${bucketName} is made`, ['r2', 'bucket', 'create', bucketName]),
        expiry(bucketName, keptSeconds),
      ]
    case 'there': {
      const rules = bucket.rules.filter(({ prefix }) => filesPrefix.startsWith(prefix))
      const early = rules.find(({ afterDays }) => afterDays * secondsOfDay < keptSeconds)
      const there = fine('bucket', bucketName)
      if (early) {
        return [
          there,
          fault(
            'expiry',
            `the rule "${early.name}" deletes files after ${early.afterDays} days, and FILE_TTL_SECONDS promises ${keptSeconds} s`,
            `npx wrangler r2 bucket lifecycle remove ${bucketName} --name "${early.name}"`,
          ),
        ]
      }
      const [rule] = rules
      return [
        there,
        rule
          ? fine('expiry', `files are deleted after ${rule.afterDays} days`)
          : expiry(bucketName, keptSeconds),
      ]
    }
  }
}

/** A day later than files expire: until then the Worker no longer serves them. */
function expiry(bucketName: string, keptSeconds: number): Finding {
  const days = Math.ceil(keptSeconds / secondsOfDay) + 1
  const rule = ['expired-files', filesPrefix, '--expire-days', String(days)]
  const command = ['r2', 'bucket', 'lifecycle', 'add', bucketName].concat(rule)
  return planned('expiry', `files are deleted after ${days} days`, command)
}

/** What is wrong with the variable, if anything, is told with the configuration. */
function fileTtlSeconds({ values }: Settings): number {
  return Number(values.get('FILE_TTL_SECONDS')) || readConfig({}).limits.fileTtlSeconds
}

function size(bytes: number): Finding {
  const note = `${inMiB(bytes)} of ${inMiB(maxDeploymentBytes)}`
  return bytes <= maxDeploymentBytes
    ? fine('size', note)
    : fault('size', `${note}: Cloudflare takes no more`, 'fewer packages in python-runtime/wheels')
}

/**
 * The Worker's own judgment on all that is known. Secrets are taken for what they should be, and so is what has been
 * found missing.
 */
function configuration(
  { settings: { values, stored }, aiBinding }: Deployment,
  findings: readonly Finding[],
): Finding {
  const lacking = findings.flatMap(({ setting }) => setting ?? [])
  const secrets = [...stored, ...lacking].map(standIn)
  const bindings = aiBinding === undefined ? {} : { [aiBinding]: { run: () => {} } }
  const env = { ...Object.fromEntries([...secrets, ...values]), ...bindings }
  try {
    readConfig(env)
    return fine('configuration', 'the Worker takes it')
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return fault('configuration', error.message, '[vars] in wrangler.toml')
  }
}

function standIn(name: string): [string, string] {
  if (name === 'API_KEYS') return [name, '0'.repeat(64)]
  if (/_KEY$|_SECRET$|_TOKEN$/.test(name)) return [name, '0'.repeat(32)]
  if (name.endsWith('_URL')) return [name, 'https://example.com']
  // A setting with few right values, of which nothing is known.
  return [name, '']
}

function fine(about: string, note: string): Finding {
  return { kind: 'fine', about, note }
}

function planned(about: string, note: string, command: readonly string[]): Finding {
  return { kind: 'planned', about, note, command }
}

function fault(about: string, note: string, ...remedy: string[]) {
  return { kind: 'fault', about, note, remedy } as const
}

/** A setting that has no value; it can be a secret. */
function missing(setting: string, note: string, ...first: string[]): Finding {
  return { ...fault(setting, note, ...first, `npx wrangler secret put ${setting}`), setting }
}
