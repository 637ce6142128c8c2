import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Server, startServer } from '../../scripts/serve.ts'
import { readConfig } from '../../src/config.ts'
import { runPython } from '../support/run-python.ts'

const { sandbox, limits } = readConfig({})

describe('the memory of npm start', () => {
  it('is more than Cloudflare has', async () => {
    const { stdout } = await runPython('print(len(bytearray(400 << 20)))')

    expect(stdout).toBe(`${400 * 2 ** 20}\n`)
  })
})

describe('the memory of a deployment', () => {
  let server: Server
  beforeAll(async () => {
    server = await startServer({ likeCloudflare: true })
  })
  afterAll(() => server.stop())

  it('is enough for a table of a hundred thousand rows and its chart', async () => {
    const { error, usage } = await runPython(
      `
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt

table = pd.DataFrame({'group': np.arange(100_000) % 7, 'value': np.random.rand(100_000)})
table.groupby('group')['value'].mean().plot.bar()
plt.show()
`,
      { url: server.url },
    )

    expect(error).toBeNull()
    expect(usage.peak_memory_bytes).toBeLessThan(sandbox.maxMemoryBytes)
  })

  it('ends in a MemoryError, which a program can go on from', async () => {
    const { stdout, usage } = await runPython(
      `
try:
    bytearray(64 << 20)
except MemoryError:
    print('too much')
`,
      { url: server.url },
    )

    expect(stdout).toBe('too much\n')
    expect(usage.peak_memory_bytes).toBeLessThan(sandbox.maxMemoryBytes)
  })

  it('bounds the files of a program', async () => {
    const { error } = await runPython(
      `open('large.bin', 'wb').write(bytes(${sandbox.maxFileBytes + 1}))`,
      { url: server.url },
    )

    expect(error?.message).toContain('No space left on device')
  })

  it('takes the files that it is given, and has as much for others', async () => {
    const { stdout } = await runPython(
      `
open('copy.bin', 'wb').write(bytes(${limits.maxMountBytes - 100_000}))
import os
print(os.path.getsize('given.bin'))
`,
      {
        url: server.url,
        files: [{ name: 'given.bin', bytes: new Uint8Array(limits.maxMountBytes) }],
      },
    )

    expect(stdout).toBe(`${limits.maxMountBytes}\n`)
  })

  it('is not given more files than it takes', async () => {
    const data = Buffer.alloc(limits.maxMountBytes + 1).toString('base64')

    const response = await post(server.url, 'pass', [{ name: 'given.bin', data }])

    expect(response.status).toBe(413)
  })
})

function post(url: string, code: string, files: object[]): Promise<Response> {
  return fetch(`${url}/v1/executions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, files }),
  })
}
