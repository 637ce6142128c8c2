/** Values that are true to the schemas, as the OpenAPI document shows them; a test holds them to it. */

export const FILE_ID = 'file-0mb2c7x1k4f9a8b7c6d5e4f3'

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
  usage: { wall_ms: 84, cpu_ms: 80, start_ms: 61, peak_memory_bytes: 63_307_776 },
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
  usage: { wall_ms: 3, cpu_ms: 3, start_ms: 60, peak_memory_bytes: 63_307_776 },
}

export const EXECUTION_EXAMPLES = {
  run: {
    code: 'import csv\nprint(sum(int(b) for _, b in csv.reader(open("numbers.csv"))))',
    files: [{ name: 'numbers.csv', data: 'YSwyMApiLDIyCg==' }],
    timeout_ms: 5_000,
  },
  execution,
  failure,
  executionEvents: `event: stdout\ndata: {"text":"42\\n"}\n\nevent: result\ndata: ${JSON.stringify(chart)}\n\nevent: done\ndata: ${JSON.stringify(execution)}\n\n`,
}
