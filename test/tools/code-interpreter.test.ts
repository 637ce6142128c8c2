import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { expect, it } from 'vitest'
import { answerRoom } from '../../src/tools/answer-room.ts'
import { codeInterpreter, codeInterpreterSpec } from '../../src/tools/code-interpreter.ts'
import { packages } from '../../src/tools/packages.ts'
import { FakeSandbox } from '../support/fake-sandbox.ts'
import { memoryStores } from '../support/memory-store.ts'

const limits = { maxTimeoutMs: 60_000, maxSandboxTimeoutMs: 60_000, maxMountBytes: 1_000 }

it('is described to the model in few tokens, with the versions that change how code is written', () => {
  const spec = codeInterpreterSpec(limits).parse({ type: 'code_interpreter' })
  const sandbox = new FakeSandbox()
  const files = memoryStores()('ada')
  const services = { sandbox, caller: 'ada', room: answerRoom(1000), files, limits, packages }

  const { description } = codeInterpreter(
    spec,
    { ...services, urlOf: async ({ name }) => name },
    [],
  )

  expect(encode(description).length).toBeLessThanOrEqual(250)
  expect(description).toMatch(/pandas is 3\.0:.*\nNumPy is 2\.4:/)
})
