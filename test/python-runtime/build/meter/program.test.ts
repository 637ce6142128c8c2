import { expect, it } from 'vitest'
import type { Kernel } from '../../../../python-runtime/guest/kernel/kernel.ts'
import { python } from '../../kernel/python.ts'

const limitMs = 300
const fuel = 2_000_000

/** More than the longest that one instruction, or a machine with much to do, keeps the program from asking. */
const lateMs = 1500

class Stopped extends Error {}

/** Runs code for so long as it is let, and tells for how long that was. */
async function runLimited(code: string): Promise<number> {
  let deadline = Infinity
  let kernel: Kernel | undefined
  const started = await python({
    outOfFuel() {
      if (performance.now() > deadline) throw new Stopped()
      if (kernel) kernel.program.global('__fuel').value = fuel
    },
  })
  kernel = started.kernel
  const began = performance.now()
  deadline = began + limitMs
  await expect(started.run(code)).rejects.toThrow(Stopped)
  return performance.now() - began
}

it.each([
  ['a loop', 'while True: pass'],
  [
    'a loop that catches everything',
    'while True:\n  try:\n    while True: pass\n  except BaseException: pass',
  ],
  ['a sum', 'sum(range(10**13))'],
  ['a list of one thing', 'list(iter(int, 1))'],
  ['a regular expression that goes back and back', 'import re; re.match("(a+)+$", "a" * 40 + "b")'],
  ['a power', '9 ** (9 ** 9)'],
  ['a hash of slices of slices', 's = 0\nfor _ in range(60): s = slice(s, s, s)\nhash(s)'],
  ['copies of much memory', 'b = bytes(10**8)\nwhile True: b"".join((b, b))'],
  [
    'replacing in much memory',
    'b = bytearray(10**7)\nfor _ in range(10**6): b.replace(b"\\0", b"\\1")',
  ],
  ['products of matrices', 'import numpy as np\na = np.ones((5000, 5000))\na @ a'],
  ['sorting in NumPy', 'import numpy as np\na = np.random.rand(10**6)\nwhile True: np.sort(a)'],
  [
    'a rolling median in pandas',
    'import pandas as pd\ns = pd.Series(range(10**6))\nwhile True: s.rolling(1000).median()',
  ],
])('ends %s', async (_, code) => {
  expect(await runLimited(code)).toBeLessThan(limitMs + lateMs)
})
