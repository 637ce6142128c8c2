import * as z from 'zod'
import { reasonOf, type Wrangler } from './wrangler.ts'

/** What Cloudflare knows. */
export interface Account {
  login: Login
  /** The names of the Worker's secrets; none when there is no such Worker yet. */
  secrets: readonly string[]
  bucket: Bucket
}

export type Login =
  | { kind: 'in'; who: string; account: string }
  /** Nobody has said which of these it shall be. */
  | { kind: 'undecided'; who: string; accounts: readonly string[] }
  | { kind: 'out' }
  | { kind: 'unknown'; reason: string }

type Bucket =
  /** Without a login there is nothing to see. */
  | { kind: 'unseen' }
  | { kind: 'there'; rules: readonly ExpiryRule[] }
  | { kind: 'missing' }
  | { kind: 'unknown'; reason: string }

/** A rule of a bucket that deletes what is so old. */
export interface ExpiryRule {
  name: string
  prefix: string
  afterDays: number
}

const WhoAmI = z.discriminatedUnion('loggedIn', [
  z.object({ loggedIn: z.literal(false) }),
  z.object({
    loggedIn: z.literal(true),
    authType: z.string(),
    email: z.string().optional(),
    accounts: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
])

const Secrets = z.array(z.object({ name: z.string() }))

/** Looks at everything in the account that a deployment needs. */
export async function lookAt(
  wrangler: Wrangler,
  bucket: string,
  chosenAccount: string | undefined,
): Promise<Account> {
  const login = await readLogin(wrangler, chosenAccount)
  if (login.kind !== 'in') {
    return { login, secrets: [], bucket: { kind: 'unseen' } }
  }
  const [secrets, files] = await Promise.all([readSecrets(wrangler), readBucket(wrangler, bucket)])
  return { login, secrets, bucket: files }
}

async function readLogin(wrangler: Wrangler, chosen: string | undefined): Promise<Login> {
  const answer = await wrangler.ask(['whoami', '--json'])
  const json = parseJson(answer.output)
  const whoAmI = WhoAmI.safeParse(json)
  if (!whoAmI.success) return { kind: 'unknown', reason: reasonOf(answer) }
  if (!whoAmI.data.loggedIn) return { kind: 'out' }
  const { email, authType, accounts } = whoAmI.data
  const who = email ?? authType
  const all = accounts.map(({ id, name }) => ({ id, label: `${name} (${id})` }))
  const usable = all.filter(({ id }) => chosen === undefined || id === chosen)
  const [account, ...others] = usable
  return account && others.length === 0
    ? { kind: 'in', who, account: account.label }
    : { kind: 'undecided', who, accounts: all.map(({ label }) => label) }
}

/** The Worker is made by the first deployment, or by its first secret. */
async function readSecrets(wrangler: Wrangler): Promise<string[]> {
  const answer = await wrangler.ask(['secret', 'list', '--format', 'json'])
  if (answer.code !== 0 && /Worker ".*" not found/.test(answer.errors)) return []
  if (answer.code !== 0) throw new Error(reasonOf(answer))
  return Secrets.parse(JSON.parse(answer.output)).map(({ name }) => name)
}

async function readBucket(wrangler: Wrangler, bucket: string): Promise<Bucket> {
  const answer = await wrangler.ask(['r2', 'bucket', 'lifecycle', 'list', bucket])
  if (answer.code === 0) return { kind: 'there', rules: expiryRules(answer.output) }
  // The code of R2's API for a bucket that is not there.
  if (answer.errors.includes('[code: 10006]')) return { kind: 'missing' }
  return { kind: 'unknown', reason: reasonOf(answer) }
}

/** Wrangler has no other form of the rules than the paragraphs that it prints. */
function expiryRules(output: string): ExpiryRule[] {
  return output.split(/\n\s*\n/).flatMap((paragraph) => {
    const line = (label: string) => new RegExp(`^${label}: +(.*)$`, 'm').exec(paragraph)?.[1] ?? ''
    const days = /Expire objects after ([\d.]+) days/.exec(line('action'))?.[1]
    if (days === undefined || line('enabled') !== 'Yes') return []
    const prefix = line('prefix') === '(all prefixes)' ? '' : line('prefix')
    return [{ name: line('name'), prefix, afterDays: Number(days) }]
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
