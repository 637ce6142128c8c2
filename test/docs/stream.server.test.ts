import { expect, inject, it } from 'vitest'
import * as z from 'zod'
import { chunksOf } from '../support/read-events.ts'
import { blocksOf } from './code-blocks.ts'

const Call = z.object({ code: z.string() })
const Delta = z.looseObject({
  content: z.string().optional(),
  executed_tools: z
    .array(
      z.looseObject({
        arguments: z.string().optional(),
        // How long it took is another each time.
        execution: z
          .looseObject({})
          .transform((execution) => ({ ...execution, usage: null }))
          .optional(),
      }),
    )
    .optional(),
})
const blocks = blocksOf('text').filter(({ name }) => name === 'deltas of a stream')

it.for(blocks)('the deltas of a stream are those of the server: $place', async ({ text }) => {
  const shown = text.split(/^(?=\{)/m).map((delta) => Delta.parse(JSON.parse(delta)))
  const [call] = shown.flatMap((delta) => delta.executed_tools ?? [])
  const { code } = Call.parse(JSON.parse(call?.arguments ?? ''))

  const response = await fetch(`${inject('serverUrl')}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      model: 'demo',
      messages: [{ role: 'user', content: `\`\`\`python\n${code}\`\`\`` }],
      tools: [{ type: 'code_interpreter' }],
      stream: true,
    }),
  })

  const deltas = (await chunksOf(response)).flatMap(({ choices }) =>
    choices.map(({ delta }) => Delta.parse(delta)),
  )
  expect(deltas.filter(({ content = '' }) => content === '')).toEqual(shown)
})
