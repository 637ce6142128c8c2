import { expect } from 'vitest'
import { displayed, runPython } from './run-python.ts'

/** The chart of the first figure that a program leaves, which has numpy, pandas and pyplot at hand. */
export async function chartOf(code: string) {
  const result = await runPython(
    `import numpy as np, pandas as pd, matplotlib.pyplot as plt\n${code}\nNone`,
  )
  expect(result.error).toBeNull()
  return displayed(result)[0]?.chart
}
