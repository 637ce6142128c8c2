import { describe, expect, it } from 'vitest'
import { ask, chat, interpreter, weather } from '../../support/chat-request.ts'
import { callOf, callsIn, name, named, programsOf, two } from '../../support/dialects.ts'
import { ScriptedUpstream } from '../../support/scripted-upstream.ts'

describe('a name of the interpreter', () => {
  const names = [
    'python',
    'Python',
    'functions.code_interpreter',
    'functions.code_interpreter:0',
    'default_api.code_interpreter',
    'code_interpreter<|channel|>commentary',
    'python<|channel|>analysis',
    'Code_Interpreter',
    'code-interpreter',
    'CodeInterpreter',
    ' code_interpreter ',
    '"code_interpreter"',
    'code_interpreter()',
    'code_interpreter.run',
    'python.exec',
    'tool_code_interpreter',
    'execute_code',
    'python_repl',
  ]

  it.for(names)('is %j', async (other) => {
    for (const answer of callOf(named(other, two))) {
      const { programs, history } = await programsOf(answer)

      expect(programs).toEqual(['2'])
      // Services refuse a history with names that were not declared.
      expect(history[1]).toMatchObject({ tool_calls: [{ function: { name } }] })
    }
  })

  it("is not that of a client's function", async () => {
    const python = { type: 'function', function: { name: 'python', parameters: {} } }
    await using upstream = await ScriptedUpstream.start(callOf(named('python', two))[0])

    const { choice } = await chat(upstream, { ...ask, tools: [interpreter, python] })

    expect(choice?.message['tool_calls']).toMatchObject([{ function: { name: 'python' } }])
  })

  it("may also be dressed when it is a client's function", async () => {
    const call = callOf(named('functions.get_weather', '{"city":"Paris"}'))
    await using upstream = await ScriptedUpstream.start(call[0])

    const { choice } = await chat(upstream, { ...ask, tools: [interpreter, weather] })

    expect(choice?.message['tool_calls']).toMatchObject([
      { function: { name: 'get_weather', arguments: '{"city":"Paris"}' } },
    ])
  })
})

describe('arguments that are clearly a program', () => {
  const lines = 'x = 1\nprint(x)'
  const fence = '```python\nx = 1\nprint(x)\n```'
  const rows: { kind: string; args: unknown; code: string }[] = [
    { kind: 'bare code', args: lines, code: lines },
    { kind: 'a bare expression', args: '2 + 2', code: '2 + 2' },
    { kind: 'a fence around code', args: fence, code: `${lines}\n` },
    { kind: 'a fence inside `code`', args: JSON.stringify({ code: fence }), code: `${lines}\n` },
    { kind: '`python`', args: JSON.stringify({ python: lines }), code: lines },
    { kind: '`input`', args: JSON.stringify({ input: lines }), code: lines },
    { kind: 'JSON in JSON', args: JSON.stringify(JSON.stringify({ code: lines })), code: lines },
    { kind: 'code in a JSON text', args: JSON.stringify(lines), code: lines },
    {
      kind: 'JSON inside `code`',
      args: JSON.stringify({ code: JSON.stringify({ code: lines }) }),
      code: lines,
    },
    {
      kind: 'the whole call once more',
      args: JSON.stringify({ name, arguments: { code: lines } }),
      code: lines,
    },
    { kind: 'raw line breaks', args: `{"code": "${lines}"}`, code: lines },
    {
      kind: 'escapes of Python',
      args: String.raw`{"code": "print('\d\'')"}`,
      code: String.raw`print('\d\'')`,
    },
    { kind: 'a trailing token', args: `${two}<|im_end|>`, code: '2' },
    { kind: 'trailing tokens in `code`', args: '{"code": "2</s><|eot_id|>"}', code: '2' },
    { kind: 'a list of lines', args: JSON.stringify({ code: ['x = 1', 'print(x)'] }), code: lines },
    { kind: 'a list that is all', args: JSON.stringify(['x = 1\n', 'print(x)']), code: lines },
    { kind: 'an object', args: { code: lines }, code: lines },
    { kind: 'quotes that are not escaped', args: '{"code": "print("hi")"}', code: 'print("hi")' },
    { kind: 'quotes of Python', args: "{'code': 'print(\"hi\")'}", code: 'print("hi")' },
    { kind: '`Code`', args: JSON.stringify({ Code: lines }), code: lines },
    {
      kind: 'the schema around it',
      args: JSON.stringify({ properties: { code: lines } }),
      code: lines,
    },
    {
      kind: 'a fence around JSON',
      args: `\`\`\`json\n${JSON.stringify({ code: lines })}\n\`\`\``,
      code: lines,
    },
    {
      kind: 'words behind a fence',
      args: JSON.stringify({ code: `${fence}\nThat is all.` }),
      code: `${lines}\n`,
    },
    { kind: 'words behind JSON', args: `${two}\nThat is all.`, code: '2' },
    { kind: 'JSON twice', args: `${two}${two}<|im_end|>`, code: '2' },
    { kind: 'a comma too much', args: '{"code": "2",}', code: '2' },
    { kind: 'a brace too little', args: '{"code": "2"', code: '2' },
    { kind: 'a token before it', args: '<|python_tag|>print(2)', code: 'print(2)' },
    { kind: 'three quotes', args: `{"code": """${lines}"""}`, code: lines },
  ]

  it.for(rows)('$kind', async ({ args, code }) => {
    for (const answer of callOf(named(name, args))) {
      const { programs, history } = await programsOf(answer)

      expect(programs).toEqual([code])
      const [call] = callsIn(history[1])
      expect(JSON.parse(call?.function.arguments ?? '')).toMatchObject({ code })
    }
  })

  const wrong = [
    { kind: 'prose', args: 'Let me compute it.', problem: 'not JSON: ' },
    { kind: 'JSON that was cut', args: '{"code": "print(', problem: 'not JSON: ' },
    { kind: 'nothing', args: '', problem: 'not JSON: ' },
    { kind: 'something else', args: '{"city": "Paris"}', problem: 'code' },
    { kind: 'two programs at once', args: `{"code": "1"}${two}`, problem: 'not JSON: ' },
    { kind: 'the schema', args: '{"properties": {"code": {"type": "string"}}}', problem: 'code' },
    { kind: 'a list of numbers', args: '[1, 2]', problem: 'expected object' },
  ]

  it.for(wrong)('$kind is none, and the model is told', async ({ args, problem }) => {
    const { programs, history, choice } = await programsOf(callOf(named(name, args))[0])

    expect(programs).toEqual([])
    expect(history.at(-1)?.content).toContain(problem)
    // Services refuse a history whose arguments are no object.
    const [call] = callsIn(history[1])
    expect(JSON.parse(call?.function.arguments ?? '')).toEqual(expect.any(Object))
    expect(choice?.message.content).toBe('Done.')
  })

  it('what is right stays as the model has written it', async () => {
    const args = '{ "code":"2" , "why":"because" }'
    const { choice, history } = await programsOf(callOf(named(name, args))[0])

    expect(choice?.message.executed_tools).toMatchObject([{ arguments: args }])
    expect(callsIn(history[1])[0]?.function.arguments).toBe(args)
  })
})
