import { describe, expect, it } from 'vitest'
import { py } from '../../support/py.ts'
import { runPython } from '../../support/run-python.ts'

/** What a program prints in two sandboxes. */
async function twice(code: string) {
  const first = await runPython(code)
  const second = await runPython(code)
  expect([first.error, second.error]).toEqual([null, null])
  return [first.stdout, second.stdout] as const
}

describe('what must differ in every sandbox', () => {
  it.each([
    ['random', 'import random; print(random.random(), random.randbytes(8))'],
    ['random.Random()', 'import random; print(random.Random().random())'],
    ['numpy.random', 'import numpy as np; print(np.random.rand())'],
    ['numpy.random.default_rng()', 'import numpy as np; print(np.random.default_rng().random())'],
    ['numpy.random.RandomState()', 'import numpy as np; print(np.random.RandomState().rand())'],
    ['a sample of pandas', 'import pandas as pd; print(list(pd.Series(range(10**6)).sample(3)))'],
    ['uuid1', 'import uuid; print(uuid.uuid1().node, uuid.uuid1().clock_seq)'],
    ['uuid4', 'import uuid; print(uuid.uuid4())'],
    ['uuid7', 'import uuid; print(uuid.uuid7())'],
    ['secrets', 'import secrets; print(secrets.token_hex())'],
    ['os.urandom', 'import os; print(os.urandom(8))'],
    ['tempfile', 'import tempfile; print(tempfile.mkdtemp())'],
    ['random.SystemRandom', 'import random; print(random.SystemRandom().random())'],
    [
      'the key of multiprocessing',
      'import multiprocessing.process as p; print(bytes(p.current_process().authkey))',
    ],
  ])('is %s', async (_, code) => {
    const [first, second] = await twice(code)

    expect(first).not.toBe(second)
  })
})

describe('what stays the same', () => {
  it('is what the program seeds', async () => {
    const [first, second] = await twice(py`
      import random, numpy as np
      random.seed(1); np.random.seed(1)
      print(random.random(), np.random.rand(), np.random.default_rng(1).random())
    `)

    expect(first).toBe(second)
    expect(first).toBe('0.13436424411240122 0.417022004702574 0.5118216247002567\n')
  })
})

describe('a sandbox', () => {
  it('has the time of now', async () => {
    const before = Date.now()

    const result = await runPython(
      'import time, datetime; print(time.time(), datetime.datetime.now(datetime.UTC).timestamp())',
    )

    const [time, datetime] = result.stdout.split(' ').map((seconds) => Number(seconds) * 1000)
    expect(time).toBeGreaterThanOrEqual(before - 1_000)
    expect(datetime).toBeLessThanOrEqual(Date.now() + 1_000)
  })

  it('keeps nothing of the program before it', async () => {
    await runPython(py`
      import builtins, json, math, os, sys, numpy, pandas, matplotlib.pyplot as plt
      left_behind = builtins.left_behind = json.left_behind = math.pi = 3
      os.environ['LEFT'] = 'behind'
      sys.path.append('/left')
      open('/mnt/data/left.txt', 'w').write('x'); open('/tmp/left.txt', 'w').write('x')
      plt.rcParams['font.size'] = 99; plt.plot([1])
      pandas.set_option('display.max_rows', 1); numpy.set_printoptions(precision=1)
    `)

    const result = await runPython(py`
      import builtins, json, math, os, sys, numpy, pandas, matplotlib.pyplot as plt
      print('left_behind' in globals(), hasattr(builtins, 'left_behind'), hasattr(json, 'left_behind'))
      print(math.pi > 3.1, 'LEFT' in os.environ, '/left' in sys.path)
      print(os.listdir('/mnt/data'), 'left.txt' in os.listdir('/tmp'))
      print(plt.rcParams['font.size'], plt.get_fignums())
      print(pandas.get_option('display.max_rows'), numpy.get_printoptions()['precision'])
    `)

    expect(result.stdout).toBe('False False False\nTrue False False\n[] False\n10.0 []\n60 8\n')
    expect(result.results).toEqual([])
  })

  it('shows a warning of a library though the preparation may have met it', async () => {
    const result = await runPython('import numpy as np\nnp.mean([])')

    expect(result.stderr).toContain('RuntimeWarning: Mean of empty slice')
  })

  it('imports what is not in the snapshot when a program asks for it', async () => {
    const result = await runPython(py`
      import pandas.plotting, matplotlib.animation, matplotlib.backends.backend_svg, numpy.testing
      import colorsys, unittest, xml.etree.ElementTree, concurrent.futures, http.client
    `)

    expect(result.error).toBeNull()
  })

  it('has the environment of a program', async () => {
    const result = await runPython('import os; print(os.environ["MPLBACKEND"], os.getcwd())')

    expect(result.stdout).toBe('module://_sandbox.backend /mnt/data\n')
  })
})
