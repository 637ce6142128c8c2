import { OpenAI } from 'openai'
import { describe, expectTypeOf, it } from 'vitest'
import type { ExecutedTool } from '../../examples/openai-types.ts'

// Judged by the compiler: nothing here is asked of a server.
const { completions } = new OpenAI({ apiKey: 'none' }).chat
const ask = { model: 'some-model', messages: [] }
type Create = typeof completions.create

describe("the types of OpenAI's SDK", () => {
  it('take the interpreter among the tools', () => {
    expectTypeOf<Create>().toBeCallableWith({
      ...ask,
      tools: [{ type: 'code_interpreter', timeout_ms: 1000 }],
    })
    expectTypeOf<Create>().toBeCallableWith({
      ...ask,
      stream: true,
      tools: [{ type: 'code_interpreter', file_ids: ['file-1'] }],
    })
  })

  it('refuse a tool that does not exist', () => {
    const tools = [{ type: 'code_interpretor' as const }]
    // @ts-expect-error -- It is misspelled.
    expectTypeOf<Create>().toBeCallableWith({ ...ask, tools })
  })

  it('know what the tools did', () => {
    expectTypeOf<OpenAI.ChatCompletionMessage['executed_tools']>().toEqualTypeOf<
      ExecutedTool[] | undefined
    >()
  })
})
