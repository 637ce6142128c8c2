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
  ]

  it.for(rows)('are run: $kind', async ({ text }) => {
    for (const answer of textOf(`Let me see.\n${text}`)) {
      const { programs, choice } = await programsOf(answer)

      expect(programs).toEqual(['print(2)'])
      expect(choice?.message.content).toBe('Let me see.\n\n\nDone.')
    }
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
