import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askAll } from '../../bench/smoke/ask-all.ts'
import { newKey } from '../../scripts/new-key.ts'
import { type Server, startServer } from '../../scripts/serve.ts'

describe('the questions to a deployment', () => {
  let server: Server
  let key: string
  beforeAll(async () => {
    const made = await newKey()
    key = made.key
    server = await startServer({
      vars: { AUTH: 'keys', API_KEYS: made.hash },
      likeCloudflare: true,
    })
  })
  afterAll(() => server.stop())

  it('are answered as expected by a server that is limited like one', async () => {
    const { page } = await askAll({ url: server.url, key, model: 'demo', repeats: 2, say })

    const rows = page.split('\n').filter((line) => line.startsWith('| '))
    expect(rows).toHaveLength(1 + 1 + 12)
    expect(rows.filter((row) => row.endsWith(' NO |'))).toEqual([])
  }, 300_000)

  it('are answered with what went wrong by one that lets nobody in', async () => {
    const { page, areExpected } = await askAll({
      url: server.url,
      key: 'another key',
      model: 'demo',
      repeats: 1,
      say,
    })

    expect(areExpected).toBe(false)
    expect(page).toContain('status 401')
  })
})

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
