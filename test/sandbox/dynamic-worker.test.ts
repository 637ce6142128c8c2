import { afterAll, beforeAll } from 'vitest'
import { sandboxContract } from '../contracts/sandbox.ts'
import { py } from '../support/py.ts'
import { startRealSandboxes, type RealSandboxes } from './real/sandboxes.ts'

let real: RealSandboxes
beforeAll(async () => {
  real = await startRealSandboxes()
})
afterAll(() => real[Symbol.asyncDispose]())

const programs = {
  ends: 'print(4)',
  endless: py`
    print(4)
    while True: pass
  `,
  fails: 'raise ValueError("no")',
  writes: 'with open("a.txt", "w") as file: file.write("abc")',
  looks: 'import os; print(*sorted(os.listdir()))',
}

sandboxContract('dynamic Workers', { create: () => real.sandbox('alone'), ...programs })
sandboxContract('dynamic Workers as they serve', {
  create: () => real.sandbox('as served'),
  ...programs,
})
