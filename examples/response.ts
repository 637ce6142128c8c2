import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OpenAI } from 'openai'
import { serverUrl } from './ask.ts'

// OpenAI's Responses API: the code while the model writes it, the text, and the charts as they are in the outputs.
const client = new OpenAI({
  baseURL: serverUrl,
  apiKey: process.env['INTERPRETER_API_KEY'] ?? 'none',
})
const output = join(import.meta.dirname, 'output')

const stream = client.responses.stream({
  model: process.env['INTERPRETER_MODEL'] ?? 'gpt-4o',
  input: 'Plot a sine wave.',
  tools: [{ type: 'code_interpreter', container: { type: 'auto' } }],
  include: ['code_interpreter_call.outputs'],
})
stream.on('response.code_interpreter_call_code.delta', ({ delta }) => process.stdout.write(delta))
stream.on('response.code_interpreter_call_code.done', () => process.stdout.write('\n\n'))
stream.on('response.output_text.delta', ({ delta }) => process.stdout.write(delta))

const response = await stream.finalResponse()
const outputs = response.output.flatMap((item) =>
  item.type === 'code_interpreter_call' ? (item.outputs ?? []) : [],
)
const charts = outputs.flatMap((each) => (each.type === 'image' ? [each.url] : []))
for (const [index, url] of charts.entries()) {
  const path = join(output, `response-${index + 1}.png`)
  await mkdir(output, { recursive: true })
  await writeFile(path, Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))
  process.stdout.write(`\n\nThe chart is in ${path}\n`)
}
