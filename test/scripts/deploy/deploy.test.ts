import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { deploy, type Configuration } from '../../../scripts/deploy/deploy.ts'
import { readOptions } from '../../../scripts/deploy/settings.ts'
import { sha256 } from '../../../src/auth/digest.ts'
import { failed, said, ScriptedWrangler } from '../../support/scripted-wrangler.ts'

describe('npm run deploy', () => {
  it('deploys when nothing is missing', async () => {
    const run = await deployed({ vars: { AUTH: 'passthrough' } })

    expect(run.isDone).toBe(true)
    expect(run.text).not.toMatch(/^FIX/m)
    expect(run.wrangler.done).toEqual(['deploy'])
  })

  it('tells what is missing and how it is set, and deploys nothing', async () => {
    const run = await deployed({ vars: { AUTH: 'keys' } })

    expect(run.isDone).toBe(false)
    expect(run.text).toContain('FIX    API_KEYS: ')
    expect(run.text).toContain('npx wrangler secret put API_KEYS')
    expect(run.wrangler.done).toEqual([])
  })

  it('takes variables from its arguments, and hands them on', async () => {
    const args = ['--var', 'AUTH:passthrough', '--var', 'MAX_TOOL_ROUNDS:5']

    const run = await deployed({ args })

    expect(run.wrangler.done).toEqual(['deploy --var AUTH:passthrough --var MAX_TOOL_ROUNDS:5'])
  })

  it('takes a file of secrets, and hands it on', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'deploy-'))
    const file = join(folder, 'secrets.env')
    await writeFile(file, `API_KEYS=${'0'.repeat(64)}\n`)

    const run = await deployed({ vars: { AUTH: 'keys' }, args: ['--secrets-file', file] })

    expect(run.wrangler.done).toEqual([`deploy --secrets-file ${file}`])
    await rm(folder, { recursive: true })
  })

  it('refuses an argument that it does not know', () => {
    expect(() => readOptions(['--dryrun'])).toThrow("Unknown option '--dryrun'")
  })

  it('does not miss the secrets of a Worker that is not there yet', async () => {
    const wrangler = new ScriptedWrangler().answers(
      'secret list --format json',
      failed('Worker "open-code-interpreter" not found.\n\nIf this is a new Worker, …'),
    )

    const run = await deployed({ vars: { AUTH: 'passthrough' }, wrangler })

    expect(run.isDone).toBe(true)
  })

  it('makes the bucket before it deploys the Worker', async () => {
    const run = await deployed({ vars: { AUTH: 'passthrough' }, wrangler: withoutBucket() })

    expect(run.wrangler.done).toEqual([
      'r2 bucket create files',
      'r2 bucket lifecycle add files expired-files files/ --expire-days 8',
      'deploy',
    ])
  })

  it('tells the reason when Cloudflare cannot be asked', async () => {
    const wrangler = new ScriptedWrangler().answers('whoami --json', failed('No route to host.'))

    const run = await deployed({ vars: { AUTH: 'passthrough' }, wrangler })

    expect(run.text).toContain('Cloudflare could not be asked: No route to host.')
  })

  it('tells the reason when the bucket cannot be looked at', async () => {
    const wrangler = new ScriptedWrangler().answers(
      'r2 bucket lifecycle list files',
      failed('Please enable R2 through the Cloudflare Dashboard. [code: 10042]'),
    )

    const run = await deployed({ vars: { AUTH: 'passthrough' }, wrangler })

    expect(run.isDone).toBe(false)
    expect(run.text).toContain('Please enable R2')
  })

  it('deploys to the account that is chosen of several', async () => {
    const accounts = ['a1', 'a2'].map((id) => ({ id, name: `Account ${id}` }))
    const whoAmI = { loggedIn: true, authType: 'User API Token', accounts }
    const wrangler = new ScriptedWrangler().answers('whoami --json', said(JSON.stringify(whoAmI)))

    const run = await deployed({ vars: { AUTH: 'passthrough' }, wrangler, accountId: 'a2' })

    expect(run.text).toContain('account: User API Token, Account a2 (a2)')
    expect(run.isDone).toBe(true)
  })
})

describe('npm run deploy -- --dry-run', () => {
  it('says what it would do, and does nothing', async () => {
    const run = await deployed({
      vars: { AUTH: 'passthrough' },
      args: ['--dry-run'],
      wrangler: withoutBucket(),
    })

    expect(run.isDone).toBe(true)
    expect(run.text).toContain('would run: npx wrangler r2 bucket create files')
    expect(run.text).toContain('would run: npx wrangler deploy')
    expect(run.wrangler.done).toEqual([])
  })

  it('asks nothing', async () => {
    const run = await deployed({ args: ['--dry-run'], answers: ['keys'] })

    expect(run.isDone).toBe(false)
    expect(run.kept).toEqual({})
  })
})

describe('npm run deploy, on a terminal', () => {
  it('asks who may use the server, makes a key and deploys', async () => {
    const run = await deployed({ answers: ['keys', 'y', ''] })

    const key = /oci-[\w-]{43}/.exec(run.text)?.[0] ?? ''
    expect(run.kept).toEqual({ AUTH: 'keys' })
    expect(run.wrangler.inputs).toEqual([await sha256(key)])
    expect(run.wrangler.done).toEqual(['secret put API_KEYS', 'deploy'])
  })

  it('leaves it to wrangler to ask for a secret', async () => {
    const run = await deployed({
      vars: { AUTH: 'keys', OPENAI_BASE_URL: 'https://models.example/v1' },
      wrangler: new ScriptedWrangler().stores('API_KEYS'),
      answers: ['', ''],
    })

    expect(run.wrangler.done).toEqual(['secret put OPENAI_API_KEY', 'deploy'])
  })

  it('asks for each setting once, and deploys nothing without an answer', async () => {
    const run = await deployed({ answers: ['whatever'] })

    expect(run.asked).toHaveLength(1)
    expect(run.isDone).toBe(false)
  })

  it('deploys nothing when the user does not want it', async () => {
    const run = await deployed({ vars: { AUTH: 'passthrough' }, answers: ['n'] })

    expect(run.isDone).toBe(false)
    expect(run.wrangler.done).toEqual([])
  })
})

interface Case {
  args?: string[]
  vars?: Configuration['vars']
  wrangler?: ScriptedWrangler
  accountId?: string
  /** What the user says; without them there is no user. */
  answers?: string[]
}

async function deployed({
  args = [],
  vars = {},
  wrangler = new ScriptedWrangler(),
  accountId,
  answers,
}: Case) {
  const lines: string[] = []
  const asked: string[] = []
  const kept: Record<string, string> = {}
  const isDone = await deploy(readOptions(args), {
    wrangler,
    terminal: {
      say: (line) => void lines.push(line),
      ask: async (question) => {
        if (answers === undefined) return null
        asked.push(question)
        return answers.shift() ?? 'n'
      },
    },
    configuration: { vars, accountId, aiBinding: undefined, bucketName: 'files' },
    measure: async () => 61 * 1024 * 1024,
    keep: async (name, value) => void (kept[name] = value),
  })
  return { isDone, text: lines.join('\n'), asked, kept, wrangler }
}

function withoutBucket(): ScriptedWrangler {
  return new ScriptedWrangler().answers(
    'r2 bucket lifecycle list files',
    failed('A request … failed.\n\n  The specified bucket does not exist. [code: 10006]'),
  )
}
