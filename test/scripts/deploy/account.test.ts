import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { lookAt } from '../../../scripts/deploy/account.ts'
import { wrangler } from '../../../scripts/deploy/wrangler.ts'
import { FakeCloudflare } from '../../support/fake-cloudflare.ts'

const bucket = 'open-code-interpreter-files'

describe('an account, as the real wrangler tells of it', () => {
  let home: string
  beforeEach(async () => {
    // Nobody's home: who is logged in on this machine is no matter.
    home = await mkdtemp(join(tmpdir(), 'account-'))
    vi.stubEnv('HOME', home)
    vi.stubEnv('XDG_CONFIG_HOME', home)
    vi.stubEnv('CLOUDFLARE_API_TOKEN', '')
  })
  afterEach(async () => {
    vi.unstubAllEnvs()
    await rm(home, { recursive: true })
  })

  it('is not seen without a login', async () => {
    const account = await lookAt(wrangler, bucket, undefined)

    expect(account).toEqual({ login: { kind: 'out' }, secrets: [], bucket: { kind: 'unseen' } })
  }, 20_000)

  it('has nothing before the first deployment', async () => {
    await using cloudflare = await FakeCloudflare.start()
    enter(cloudflare)

    const account = await lookAt(wrangler, bucket, 'a1')

    expect(account).toEqual({
      login: { kind: 'in', who: 'ada@example.com', account: 'Analytical (a1)' },
      secrets: [],
      bucket: { kind: 'missing' },
    })
  }, 20_000)

  it('has the secrets and the rules that wrangler has put there', async () => {
    await using cloudflare = await FakeCloudflare.start()
    enter(cloudflare)
    const addRule = ['r2', 'bucket', 'lifecycle', 'add', bucket, 'expired', 'files/']
    await wrangler.ask(['r2', 'bucket', 'create', bucket])
    await wrangler.ask([...addRule, '--expire-days', '8'])
    await wrangler.ask(['secret', 'put', 'API_KEYS'], '00ff')

    const account = await lookAt(wrangler, bucket, 'a1')

    expect(cloudflare.secrets.get('API_KEYS')).toBe('00ff')
    expect(account.secrets).toEqual(['API_KEYS'])
    expect(account.bucket).toEqual({
      kind: 'there',
      rules: [{ name: 'expired', prefix: 'files/', afterDays: 8 }],
    })
  }, 60_000)
})

function enter(cloudflare: FakeCloudflare): void {
  for (const [name, value] of Object.entries(cloudflare.environment)) vi.stubEnv(name, value)
}
