import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { says, ScriptedUpstream } from './support/scripted-upstream.ts'
import { clientOf, testApp } from './support/test-app.ts'

const project = join(import.meta.dirname, '..')
const Version = z.object({ version: z.string() })
const read = (path: string) => JSON.parse(readFileSync(join(project, path), 'utf8'))
const { version } = Version.parse(read('package.json'))

describe('the version of package.json', () => {
  it('is what the server says of itself', async () => {
    const app = testApp()
    const [health, document] = await Promise.all(
      ['/healthz', '/openapi.json'].map(async (path) => (await app.request(path)).json()),
    )

    expect(health).toEqual({ status: 'ok', version })
    expect(document).toMatchObject({ info: { version } })
  })

  it('is what the server says to the model service', async () => {
    await using upstream = await ScriptedUpstream.start(says('Hello.'))
    const client = clientOf(testApp({ env: { OPENAI_BASE_URL: upstream.url } }))

    await client.chat.completions.create({
      model: 'm',
      messages: [{ role: 'user', content: 'Hello.' }],
    })

    expect(upstream.requests[0]?.headers['user-agent']).toBe(`open-code-interpreter/${version}`)
  })

  it('is that of the lockfile and of the package of the client', () => {
    const lock = z
      .object({ version: z.string(), packages: z.looseObject({ '': Version }) })
      .parse(read('package-lock.json'))

    expect([lock.version, lock.packages[''].version]).toEqual([version, version])
    expect(Version.parse(read('client/package.json')).version).toBe(version)
  })
})
