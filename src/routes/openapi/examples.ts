/** Values that are true to the schemas, as the document shows them; a test holds them to it. */

const FILE_ID = 'file-0mb2c7x1k4f9a8b7c6d5e4f3'
const FILE_URL = `https://interpreter.example.com/v1/files/${FILE_ID}/content?owner=9f86d081884c7d659a2feaa0&expires=1795608000&signature=5e88…`

const PLOT = 'import matplotlib.pyplot as plt\nplt.plot([1, 4, 9])'

const USAGE = { prompt_tokens: 310, completion_tokens: 42, total_tokens: 352 }

const chart = {
  is_main_result: false,
  text: '<Figure size 640x480 with 1 Axes>',
  png: 'iVBORw0KGgo=',
  chart: {
    type: 'line',
    title: null,
    x_label: null,
    y_label: null,
    elements: [
      {
        label: '_child0',
        points: [
          [0, 1],
          [1, 4],
          [2, 9],
        ],
      },
    ],
  },
  file: {
    id: FILE_ID,
    name: 'figure-1.png',
    bytes: 21_034,
    mime_type: 'image/png',
    url: 'https://interpreter.example.com/v1/files/file-0mb2c7x1k4f9a8b7c6d5e4f3/content',
  },
}

const execution = {
  stdout: '42\n',
  stderr: '',
  results: [chart],
  error: null,
  usage: { wall_ms: 84, cpu_ms: 80, start_ms: 61, peak_memory_bytes: 96_468_992 },
}

const failure = {
  stdout: '',
  stderr: '',
  results: [],
  error: {
    type: 'execution_error',
    name: 'ZeroDivisionError',
    message: 'division by zero',
    traceback:
      'Traceback (most recent call last):\n  File "<code>", line 1, in <module>\n    1 / 0\n    ~~^~~\nZeroDivisionError: division by zero\n',
  },
  usage: { wall_ms: 3, cpu_ms: 3, start_ms: 60, peak_memory_bytes: 96_468_992 },
}

const executedTool = {
  index: 0,
  type: 'code_interpreter',
  name: 'code_interpreter',
  arguments: JSON.stringify({ code: PLOT }),
  output: '{"stdout":"42\\n","stderr":"","results":["<Figure size 640x480 with 1 Axes>"]}',
  code_results: [{ png: 'iVBORw0KGgo=', text: '<Figure size 640x480 with 1 Axes>' }],
  execution,
}

const stamp = { id: 'chatcmpl-4f1e', created: 1_795_000_000, model: 'gpt-4o' }

const file = {
  id: FILE_ID,
  object: 'file',
  bytes: 8,
  created_at: 1_795_000_000,
  expires_at: 1_795_604_800,
  filename: 'numbers.csv',
  purpose: 'user_data',
  status: 'processed',
}

const model = { id: 'gpt-4o', object: 'model', created: 1_715_367_049, owned_by: 'system' }

const chunk = (delta: object, finish_reason: string | null = null) => ({
  ...stamp,
  object: 'chat.completion.chunk',
  choices: [{ index: 0, delta, logprobs: null, finish_reason }],
})

const { name: _, arguments: __, ...finished } = executedTool

const events = (...values: object[]) =>
  values.map((value) => `data: ${JSON.stringify(value)}\n\n`).join('')

export const EXAMPLES = {
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
  run: {
    code: 'import csv\nprint(sum(int(b) for _, b in csv.reader(open("numbers.csv"))))',
    files: [{ name: 'numbers.csv', data: 'YSwyMApiLDIyCg==' }],
    timeout_ms: 5_000,
  },
  execution,
  failure,
  executionEvents: `event: stdout\ndata: {"text":"42\\n"}\n\nevent: result\ndata: ${JSON.stringify(chart)}\n\nevent: done\ndata: ${JSON.stringify(execution)}\n\n`,
  file,
  fileList: { object: 'list', data: [file], first_id: file.id, last_id: file.id, has_more: false },
  deleted: { id: file.id, object: 'file', deleted: true },
  model,
  modelList: { object: 'list', data: [model] },
  error: {
    error: {
      message: "Invalid 'tools[0].timeout_ms': Too small: expected number to be >=100.",
      type: 'invalid_request_error',
      param: 'tools[0].timeout_ms',
      code: 'invalid_value',
    },
  },
}
