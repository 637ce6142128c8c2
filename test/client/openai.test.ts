import { addExecutedTools, type ExecutedTool } from 'open-code-interpreter/openai'
import { OpenAI } from 'openai'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { ExecutionResult } from '../../src/tools/execution.ts'

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
      tools: [{ type: 'code_interpreter', file_ids: ['file-1'] }, { type: 'web_search' }],
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

  it("know a program's result as the server makes it", () => {
    expectTypeOf<ExecutionResult>().toExtend<NonNullable<ExecutedTool['execution']>>()
  })
})

describe('the entries of a stream', () => {
  it('become whole, each by its index', () => {
    const tools: ExecutedTool[] = []

    addExecutedTools(tools, [{ index: 0, type: 'code_interpreter', name: 'n', arguments: '{}' }])
    addExecutedTools(tools, undefined)
    addExecutedTools(tools, [{ index: 0, stdout: 'a' }])
    addExecutedTools(tools, [{ index: 0, stdout: 'b' }])
    addExecutedTools(tools, [{ index: 0, type: 'code_interpreter', output: 'out' }])
    addExecutedTools(tools, [{ index: 1, type: 'web_search', name: 'm', arguments: '[]' }])

    expect(tools).toEqual([
      {
        index: 0,
        type: 'code_interpreter',
        name: 'n',
        arguments: '{}',
        stdout: 'ab',
        output: 'out',
      },
      { index: 1, type: 'web_search', name: 'm', arguments: '[]' },
    ])
  })
})
