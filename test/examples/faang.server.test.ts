import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { startServer } from '../../scripts/serve.ts'

const folder = join(import.meta.dirname, '../../examples')
const searchPort = '18888'

it('npm run example faang searches, and saves the chart of what it found', async () => {
  await using server = await startServer({
    vars: { WEB_SEARCH_PROVIDER: 'searxng', SEARXNG_URL: `http://127.0.0.1:${searchPort}` },
  })

  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(folder, 'run.ts'), 'faang'],
    {
      env: {
        ...process.env,
        INTERPRETER_URL: `${server.url}/v1`,
        SEARCH_PORT: searchPort,
      },
    },
  )

  expect(stdout).toContain('[Netflix (NFLX) stock price](https://quotes.example/NFLX)')
  expect(stdout).toContain(`The chart is in ${join(folder, 'output/faang-1.png')}`)
  const chart = await readFile(join(folder, 'output/faang-1.png'))
  expect([...chart.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
})
