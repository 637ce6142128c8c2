import { describe, expect, it } from 'vitest'
import { ask, chat } from '../../support/chat-request.ts'
import { programsOf, textOf } from '../../support/dialects.ts'
import { ScriptedUpstream } from '../../support/scripted-upstream.ts'

describe('calls as text', () => {
  const call = '{"name": "code_interpreter", "arguments": {"code": "print(2)"}}'
  const rows = [
    { kind: 'Hermes', text: `<tool_call>\n${call}\n</tool_call>` },
    { kind: 'Hermes, unfinished', text: `<tool_call>\n${call}` },
    {
      kind: "Qwen's XML",
      text: '<tool_call>\n<function=code_interpreter>\n<parameter=code>\nprint(2)\n</parameter>\n</function>\n</tool_call>',
    },
    { kind: 'Mistral', text: `[TOOL_CALLS] [${call}]</s>` },
    { kind: 'newer Mistral', text: '[TOOL_CALLS]code_interpreter[ARGS]{"code": "print(2)"}' },
    { kind: "Llama's program", text: '<|python_tag|>print(2)<|eom_id|>' },
    {
      kind: "Llama's call",
      text: '<|python_tag|>{"name": "code_interpreter", "parameters": {"code": "print(2)"}}',
    },
    {
      kind: 'harmony',
      text: '<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>commentary to=functions.code_interpreter <|constrain|>json<|message|>{"code": "print(2)"}<|call|>',
    },
    {
      kind: "harmony's own Python",
      text: '<|start|>assistant to=python<|channel|>analysis<|message|>print(2)<|call|>',
    },
    {
      kind: "GLM's tags",
      text: '<tool_call>code_interpreter\n<arg_key>code</arg_key>\n<arg_value>print(2)</arg_value>\n</tool_call>',
    },
    { kind: 'a list in Hermes', text: `<tool_call>[${call}]</tool_call>` },
    {
      kind: 'Qwen without the mark',
      text: '<function=code_interpreter>\n<parameter=code>\nprint(2)\n</parameter>\n</function>',
    },
    {
      kind: "Llama's function",
      text: '<function=code_interpreter>{"code": "print(2)"}</function>',
    },
    {
      kind: 'MiniMax',
      text: '<minimax:tool_call>\n<invoke name="code_interpreter">\n<parameter name="code">print(2)</parameter>\n</invoke>\n</minimax:tool_call>',
    },
    {
      kind: 'DeepSeek',
      text: '<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>function<｜tool▁sep｜>code_interpreter\n```json\n{"code": "print(2)"}\n```<｜tool▁call▁end｜><｜tool▁calls▁end｜>',
    },
    {
      kind: 'newer DeepSeek',
      text: '<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>code_interpreter<｜tool▁sep｜>{"code": "print(2)"}<｜tool▁call▁end｜><｜tool▁calls▁end｜>',
    },
    {
      kind: 'Kimi',
      text: '<|tool_calls_section_begin|><|tool_call_begin|>functions.code_interpreter:0<|tool_call_argument_begin|>{"code": "print(2)"}<|tool_call_end|><|tool_calls_section_end|>',
    },
    { kind: 'Phi', text: `<|tool_call|>[${call}]<|/tool_call|>` },
    { kind: 'Granite', text: `<|tool_call|>[${call}]` },
    {
      kind: 'Command',
      text: '<|START_ACTION|>[{"tool_call_id": "0", "tool_name": "code_interpreter", "parameters": {"code": "print(2)"}}]<|END_ACTION|>',
    },
    { kind: 'InternLM', text: `<|action_start|><|plugin|>\n${call}<|action_end|>` },
    { kind: 'Nemotron', text: `<TOOLCALL>[${call}]</TOOLCALL>` },
    { kind: 'Jamba', text: `<tool_calls>[${call}]</tool_calls>` },
  ]

  it.for(rows)('are run: $kind', async ({ text }) => {
    for (const answer of textOf(`Let me see.\n${text}`)) {
      const { programs, choice } = await programsOf(answer)

      expect(programs).toEqual(['print(2)'])
      expect(choice?.message.content).toBe('Let me see.\n\n\nDone.')
    }
  })

  it.for([
    '<function=code_interpreter>{"code": "print(2)"}</function>\n\nWait for it.',
    '<function_calls><invoke name="code_interpreter"><parameter name="code">print(2)</parameter></invoke></function_calls> Wait for it.',
    '<|tool_calls_section_begin|><|tool_call_begin|>python<|tool_call_argument_begin|>{"code": "print(2)"}<|tool_call_end|><|tool_calls_section_end|>Wait for it.',
    `<TOOLCALL>[${call}]</TOOLCALL>Wait for it.`,
  ])('may have words behind them: %s', async (text) => {
    const { programs, choice } = await programsOf(textOf(text)[0])

    expect(programs).toEqual(['print(2)'])
    expect(choice?.message.content).toBe('Wait for it.\n\nDone.')
  })

  it('may be several', async () => {
    const { programs } = await programsOf(
      textOf(`<tool_call>${call}</tool_call>\n<tool_call>${call}</tool_call>`)[0],
    )

    expect(programs).toEqual(['print(2)', 'print(2)'])
  })

  it('have the thoughts of harmony beside them', async () => {
    const { choice } = await programsOf(
      textOf(
        '<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>final<|message|>Four.<|return|>',
      )[0],
    )

    expect(choice?.message).toMatchObject({ content: 'Four.', reasoning_content: 'Hm.' })
  })

  const texts = [
    `\`\`\`\n<tool_call>${call}</tool_call>\n\`\`\``,
    `It writes <tool_call>${call}</tool_call>.`,
    '<tool_call>{"name": "browser", "arguments": {}}</tool_call>',
    '<tool_call>{"name": ',
    '<|channel|>analysis to=browser<|message|>{}',
    '[TOOL_CALLS]',
    'In HTML it is <function=f> or <tool_calls>.',
    '<function=browser>{}</function>',
    '<function_calls>are these</function_calls>',
    '<｜tool▁calls▁begin｜>',
    '<|tool_calls_section_begin|><|tool_call_begin|>browser<|tool_call_end|>',
    '<TOOLCALL>[]</TOOLCALL>',
    'a < b, `x`, <|pyth',
  ]

  it.for(texts)('are text when it is not sure: %j', async (text) => {
    for (const answer of textOf(text)) {
      await using upstream = await ScriptedUpstream.start(answer)

      const { choice } = await chat(upstream, ask)

      expect(choice?.message.content).toBe(text)
    }
  })
})
