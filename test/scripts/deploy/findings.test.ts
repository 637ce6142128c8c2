import { describe, expect, it } from 'vitest'
import type { Account, ExpiryRule } from '../../../scripts/deploy/account.ts'
import { examine, type Finding } from '../../../scripts/deploy/findings.ts'

const MiB = 1024 * 1024
const login = { kind: 'in', who: 'ada@example.com', account: 'Analytical (a1)' } as const
const rule = { name: 'expired', prefix: 'files/', afterDays: 8 }

describe('what keeps a deployment from serving', () => {
  it('is nothing when all is there', () => {
    const findings = examineCase({ values: { AUTH: 'passthrough' } })

    expect(findings.map(({ kind }) => kind)).not.toContain('fault')
    expect(findings.map(({ kind }) => kind)).not.toContain('planned')
  })

  it('is found all at once', () => {
    const values = {
      AUTH: 'keys',
      OPENAI_BASE_URL: 'https://models.example/v1',
      WEB_SEARCH_PROVIDER: 'brave',
      MAX_TOOL_ROUNDS: 'many',
    }

    const faults = faultsOf({ values, bytes: 65 * MiB })

    expect(faults).toEqual(['API_KEYS', 'OPENAI_API_KEY', 'BRAVE_API_KEY', 'size', 'configuration'])
  })

  it('is a deployment that nobody could use, and the two choices are named', () => {
    const [access] = examineCase({}).filter(({ about }) => about === 'AUTH')

    expect(access).toMatchObject({
      kind: 'fault',
      remedy: [
        expect.stringContaining('AUTH = "keys"'),
        expect.stringContaining('AUTH = "passthrough"'),
      ],
    })
  })

  it('is an open deployment, which serves its own machine only', () => {
    expect(faultsOf({ values: { AUTH: 'open' } })).toEqual(['AUTH'])
  })

  it('is not the secret that Cloudflare has', () => {
    const values = { AUTH: 'keys', OPENAI_BASE_URL: 'https://models.example/v1' }

    expect(faultsOf({ values, secrets: ['API_KEYS', 'OPENAI_API_KEY'] })).toEqual([])
  })

  it('is not the key of a model service that is asked with the keys of callers', () => {
    const values = { AUTH: 'passthrough', OPENAI_BASE_URL: 'https://models.example/v1' }

    expect(faultsOf({ values })).toEqual([])
  })

  it('is what the Worker would not take', () => {
    const findings = examineCase({ values: { AUTH: 'passthrough', MAX_TOOL_ROUNDS: 'many' } })

    expect(findings.at(-1)).toMatchObject({
      kind: 'fault',
      note: expect.stringContaining('MAX_TOOL_ROUNDS'),
    })
  })

  it('is not a lifetime of files that the Worker would not take, a second time', () => {
    expect(faultsOf({ values: { AUTH: 'passthrough', FILE_TTL_SECONDS: '1' } })).toEqual([
      'configuration',
    ])
  })

  it('is not the table of services with the binding that it names', () => {
    const values = { AUTH: 'keys', UPSTREAMS: '[{"prefix": "@cf/", "binding": "AI"}]' }

    expect(faultsOf({ values, secrets: ['API_KEYS'], aiBinding: 'AI' })).toEqual([])
    expect(faultsOf({ values, secrets: ['API_KEYS'] })).toEqual(['configuration'])
  })
})

describe('the account', () => {
  it('is told to be missing together with all else when nobody is logged in', () => {
    const account: Account = { login: { kind: 'out' }, secrets: [], bucket: { kind: 'unseen' } }

    const findings = examineCase({ account })

    expect(faultsIn(findings)).toEqual(['account', 'AUTH'])
    expect(JSON.stringify(findings[0])).toContain('npx wrangler login')
    expect(JSON.stringify(findings[0])).toContain('CLOUDFLARE_API_TOKEN')
  })

  it('must be chosen where there are several', () => {
    const accounts = ['Analytical (a1)', 'Difference (a2)']
    const undecided = { kind: 'undecided', who: 'ada@example.com', accounts } as const

    const [finding] = examineCase({
      account: { login: undecided, secrets: [], bucket: { kind: 'unseen' } },
    })

    expect(finding).toMatchObject({
      kind: 'fault',
      note: expect.stringContaining('Analytical (a1), Difference (a2)'),
    })
  })
})

describe('the bucket', () => {
  it('is made with a rule for what has expired', () => {
    const commands = plansOf({ account: { login, secrets: [], bucket: { kind: 'missing' } } })

    expect(commands).toEqual([
      'r2 bucket create files',
      'r2 bucket lifecycle add files expired-files files/ --expire-days 8',
    ])
  })

  it('gets the rule that it lacks, a day later than files expire', () => {
    const rules = [{ ...rule, prefix: 'logs/' }]

    expect(plansOf({ values: { FILE_TTL_SECONDS: '86400' }, rules })).toEqual([
      'r2 bucket lifecycle add files expired-files files/ --expire-days 2',
    ])
  })

  it('may not delete files before they expire', () => {
    const rules = [rule, { name: 'short', prefix: '', afterDays: 1 }]

    expect(faultsOf({ values: { AUTH: 'passthrough' }, rules })).toEqual(['expiry'])
  })
})

interface Case {
  values?: Record<string, string>
  secrets?: string[]
  rules?: ExpiryRule[]
  account?: Account
  bytes?: number
  aiBinding?: string
}

function examineCase({
  values = {},
  secrets = [],
  rules = [rule],
  account = { login, secrets, bucket: { kind: 'there', rules } },
  bytes = 61 * MiB,
  aiBinding,
}: Case): Finding[] {
  const settings = { values: new Map(Object.entries(values)), stored: new Set(secrets) }
  return examine({ account, settings, bytes, aiBinding, bucketName: 'files' })
}

function faultsOf(given: Case): string[] {
  return faultsIn(examineCase(given))
}

function faultsIn(findings: readonly Finding[]): string[] {
  return findings.filter(({ kind }) => kind === 'fault').map(({ about }) => about)
}

function plansOf(given: Case): string[] {
  return examineCase(given).flatMap((finding) =>
    finding.kind === 'planned' ? [finding.command.join(' ')] : [],
  )
}
