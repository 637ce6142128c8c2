import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ask } from './ask.ts'

const table = await readFile(join(import.meta.dirname, 'rainfall.csv'), 'base64')

// The model is told of the file, and its programs find it in their folder.
await ask('csv-summary', [
  { type: 'text', text: 'Summarize this CSV.' },
  {
    type: 'file',
    file: { filename: 'rainfall.csv', file_data: `data:text/csv;base64,${table}` },
  },
])
