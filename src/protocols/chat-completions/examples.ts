import { EXECUTION_EXAMPLES, FILE_ID } from '../executions/examples.ts'

/** Values that are true to the schemas, as the OpenAPI document shows them; a test holds them to it. */

const FILE_URL = `https://interpreter.example.com/v1/files/${FILE_ID}/content?owner=9f86d081884c7d659a2feaa0&expires=1795608000&signature=5e88…`

const PLOT = 'import matplotlib.pyplot as plt\nplt.plot([1, 4, 9])'

const USAGE = { prompt_tokens: 310, completion_tokens: 42, total_tokens: 352 }

const executedTool = {
  index: 0,
  type: 'code_interpreter',
  name: 'code_interpreter',
  arguments: JSON.stringify({ code: PLOT }),
  output: '{"stdout":"42\\n","stderr":"","results":["<Figure size 640x480 with 1 Axes>"]}',
  code_results: [{ png: 'iVBORw0KGgo=', text: '<Figure size 640x480 with 1 Axes>' }],
  execution: EXECUTION_EXAMPLES.execution,
}

const stamp = { id: 'chatcmpl-4f1e', created: 1_795_000_000, model: 'gpt-4o' }

const chunk = (delta: object, finish_reason: string | null = null) => ({
  ...stamp,
  object: 'chat.completion.chunk',
  choices: [{ index: 0, delta, logprobs: null, finish_reason }],
})

const { name: _, arguments: __, ...finished } = executedTool

const events = (...values: object[]) =>
  values.map((value) => `data: ${JSON.stringify(value)}\n\n`).join('')

export const CHAT_EXAMPLES = {
  ask: {
    model: 'gpt-4o',
    messages: [{ role: 'user', content: 'Plot the first three squares.' }],
    tools: [{ type: 'code_interpreter', timeout_ms: 30_000 }],
  },
  askWithFunction: {
    model: 'gpt-4o',
    messages: [{ role: 'user', content: 'How much warmer than usual is it in Rome?' }],
    tools: [
      { type: 'code_interpreter', file_ids: [FILE_ID] },
      {
        type: 'function',
        function: {
          name: 'get_weather',
          parameters: { type: 'object', properties: { city: { type: 'string' } } },
        },
      },
    ],
    tool_choice: 'auto',
    stream: true,
  },
  completion: {
    ...stamp,
    object: 'chat.completion',
    choices: [
      {
        index: 0,
        finish_reason: 'stop',
        logprobs: null,
        message: {
          role: 'assistant',
          content: `Here they are.\n\n![figure-1.png](${FILE_URL})`,
          refusal: null,
          annotations: [],
          executed_tools: [executedTool],
        },
      },
    ],
    usage: USAGE,
  },
  chunks: `${events(
    chunk({ role: 'assistant', content: '' }),
    chunk({
      executed_tools: [
        {
          index: 0,
          type: 'code_interpreter',
          name: 'code_interpreter',
          arguments: executedTool.arguments,
        },
      ],
    }),
    chunk({ executed_tools: [{ index: 0, stdout: '42\n' }] }),
    chunk({ executed_tools: [finished] }),
    chunk({ content: 'Here they are.' }),
    chunk({}, 'stop'),
  )}data: [DONE]\n\n`,
}
