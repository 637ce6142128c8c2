import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { FakeCloudflare } from '../support/fake-cloudflare.ts'

const script = join(import.meta.dirname, '../../scripts/deploy.ts')

it('npm run deploy makes the bucket and its rule, and deploys the Worker with its secrets', async () => {
  await using cloudflare = await FakeCloudflare.start()
  const folder = await mkdtemp(join(tmpdir(), 'deploy-'))
  const secrets = join(folder, 'secrets.env')
  await writeFile(secrets, `API_KEYS=${'0'.repeat(64)}\n`)

  const env = { ...process.env, HOME: folder, ...cloudflare.environment }
  const run = await runScript(['--var', 'AUTH:keys', '--secrets-file', secrets], env)

  expect(run).toMatchObject({ code: 0 })
  expect(run.output).toContain('https://open-code-interpreter.ada.workers.dev')
  expect(cloudflare.buckets.get('open-code-interpreter-files')).toMatchObject([
    {
      conditions: { prefix: 'files/' },
      deleteObjectsTransition: { condition: { maxAge: 8 * 86_400 } },
    },
  ])
  expect(cloudflare.upload?.metadata.bindings).toEqual(
    expect.arrayContaining([
      { name: 'LOADER', type: 'worker_loader' },
      { name: 'FILES', type: 'r2_bucket', bucket_name: 'open-code-interpreter-files' },
      { name: 'API_KEYS', type: 'secret_text', text: '0'.repeat(64) },
      { name: 'AUTH', type: 'plain_text', text: 'keys' },
    ]),
  )
  expect(cloudflare.unknown).toEqual([])
  await rm(folder, { recursive: true })
}, 300_000)

function runScript(args: string[], env: NodeJS.ProcessEnv) {
  return new Promise<{ code: number; output: string }>((resolve) => {
    const child = execFile(process.execPath, [script, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error ? 1 : 0, output: stdout + stderr }),
    )
    child.stdin?.end()
  })
}
