import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, inject, it } from 'vitest'

const folder = join(import.meta.dirname, '../../examples')
const run = promisify(execFile)
const png = [0x89, 0x50, 0x4e, 0x47]

describe('npm run example', () => {
  it('fibonacci prints the numbers', async () => {
    expect(await example('fibonacci')).toContain('0, 1, 1, 2, 3, 5, 8, 13')
  })

  it.each(['sine-wave', 'populous-countries', 'response'])('%s saves the chart', async (name) => {
    const path = join(folder, 'output', `${name}-1.png`)

    expect(await example(name)).toContain(`The chart is in ${path}`)
    expect([...(await readFile(path)).subarray(0, 4)]).toEqual(png)
  })

  it('csv-summary reads the file', async () => {
    expect(await example('csv-summary')).toContain('12 rows, 3 columns: city, month, millimeters')
  })

  it('lists the examples when none is named', async () => {
    expect(await example()).toContain('npm run example sine-wave')
  })

  it('says so when there is no server', async () => {
    const failing = example('fibonacci', 'http://localhost:9/v1')

    await expect(failing).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no server at http://localhost:9/v1.'),
    })
  })

  it('works with curl too', async () => {
    const { stdout } = await run(join(folder, 'fibonacci.sh'), { env: environment() })

    expect(JSON.parse(stdout)).toMatchObject({
      choices: [{ message: { content: expect.stringContaining('2584, 4181') } }],
    })
  })
})

async function example(name?: string, url?: string): Promise<string> {
  const args = [join(folder, 'run.ts'), ...(name ? [name] : [])]
  const { stdout } = await run(process.execPath, args, { env: environment(url) })
  return stdout
}

function environment(url = `${inject('serverUrl')}/v1`) {
  return { ...process.env, INTERPRETER_URL: url }
}
