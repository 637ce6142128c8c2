import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type Server } from '../../scripts/serve.ts'
import { py } from '../support/py.ts'
import { runPython } from '../support/run-python.ts'

describe('the image for science', () => {
  it('is what a program gets that imports what only it has', async () => {
    const { stdout, error } = await runPython(py`
      import numpy as np
      from sklearn.linear_model import LinearRegression
      x = np.arange(10.0).reshape(-1, 1)
      print(LinearRegression().fit(x, 2 * x[:, 0] + 1).score(x, 2 * x[:, 0] + 1))
    `)

    expect({ stdout, error }).toEqual({ stdout: '1.0\n', error: null })
  })

  it('is not there for a program that imports nothing of it', async () => {
    const { stdout } = await runPython('import sys; print("scipy" in sys.modules)')

    expect(stdout).toBe('False\n')
  })

  it.each([
    ['within a library', 'import networkx as nx; print(len(nx.pagerank(nx.path_graph(3))))', '3\n'],
    ['by its name', 'print(__import__("scipy").__name__)', 'scipy\n'],
  ])('runs what is seen to need it %s', async (_, code, printed) => {
    const { stdout, error } = await runPython(code)

    expect({ stdout, error }).toEqual({ stdout: printed, error: null })
  })

  it('is named to a program that has printed by then', async () => {
    const { stdout, error } = await runPython(
      'print(1, flush=True); import networkx as nx; nx.pagerank(nx.path_graph(3))',
    )

    expect(stdout).toBe('1\n')
    expect(error?.message).toContain(
      "in the image 'science', which a program gets that begins with",
    )
  })

  it('gives each of many programs at once its own outcome', { timeout: 120_000 }, async () => {
    const numbers = [0, 1, 2, 3]
    const outcomes = await Promise.all(
      numbers.map((number) => runPython(`import scipy.stats; print(${number})`)),
    )

    expect(outcomes.map(({ stdout, error }) => ({ stdout, error }))).toEqual(
      numbers.map((number) => ({ stdout: `${number}\n`, error: null })),
    )
  })
})

describe('a deployment, which has no room for it', () => {
  let server: Server
  beforeAll(async () => {
    server = await startServer({ likeCloudflare: true })
  })
  afterAll(() => server.stop())

  it('says where a program runs that needs it', async () => {
    const { error } = await runPython('import scipy', { url: server.url })

    expect(error?.message).toBe(
      "No module named 'scipy'. This sandbox has no module 'scipy': it is in the image 'science', " +
        'which runs where this server is on a machine of its own, and not on Cloudflare.',
    )
  })
})
