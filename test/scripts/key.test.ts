import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { testApp } from '../support/test-app.ts'

it('npm run key makes a key that its hash lets in', async () => {
  const script = join(import.meta.dirname, '../../scripts/key.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [script])
  const { key = '', hash = '' } = /key +(?<key>\S+)\nhash +(?<hash>\S+)/.exec(stdout)?.groups ?? {}
  const app = testApp({ env: { AUTH: 'keys', API_KEYS: hash } })

  const headers = { authorization: `Bearer ${key}` }
  const response = await app.request('http://localhost/v1/models', { headers })

  expect(key).toMatch(/^oci-[\w-]{43}$/)
  expect(response.status).toBe(200)
})
