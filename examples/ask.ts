import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ExecutedTool, ServerTool } from 'open-code-interpreter/openai'
import { OpenAI } from 'openai'
import type { ChatCompletionContentPart } from 'openai/resources/chat/completions'

/** Where the server is, as `npm start` says it. */
export const serverUrl = process.env['INTERPRETER_URL'] ?? 'http://localhost:8787/v1'

const client = new OpenAI({
  baseURL: serverUrl,
  apiKey: process.env['INTERPRETER_API_KEY'] ?? 'none',
})
const output = join(import.meta.dirname, 'output')

/** Asks a model that has these tools, prints its answer, and saves its charts as `name-1.png` and so on. */
export async function ask(
  name: string,
  content: string | ChatCompletionContentPart[],
  tools: ServerTool[] = [{ type: 'code_interpreter' }],
) {
  const completion = await client.chat.completions.create({
    model: process.env['INTERPRETER_MODEL'] ?? 'gpt-4o',
    messages: [{ role: 'user', content }],
    tools,
  })

  const message = completion.choices[0]?.message
  print(message?.content ?? 'The model said nothing.')
  for (const [index, chart] of charts(message?.executed_tools ?? []).entries()) {
    const path = join(output, `${name}-${index + 1}.png`)
    await mkdir(output, { recursive: true })
    await writeFile(path, Buffer.from(chart, 'base64'))
    print(`\nThe chart is in ${path}`)
  }
}

/** The pictures that the programs drew, as base64. */
function charts(tools: ExecutedTool[]): string[] {
  const results = tools.flatMap((tool) => tool.code_results ?? [])
  return results.flatMap(({ png }) => (png ? [png] : []))
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
