/** @import { ChatRequest } from '../../wire.d.ts' */

/**
 * The request as a program that makes it.
 *
 * @type {Record<string, (request: ChatRequest, origin: string) => string>}
 */
export const snippets = {
  Python: (request, origin) => `from openai import OpenAI

client = OpenAI(base_url="${origin}/v1", api_key="YOUR_API_KEY")

completion = client.chat.completions.create(
${Object.entries({ model: request.model, messages: request.messages })
  .map(([name, value]) => `    ${name}=${python(value, 4)},\n`)
  .join('')}${
    request.tools
      ? `    # Python's SDK passes on tools that its types do not name.\n    tools=${python(request.tools, 4)},  # type: ignore\n`
      : ''
  })
print(completion.choices[0].message.content)
`,

  JavaScript: (request, origin) => `import OpenAI from 'openai'

const client = new OpenAI({ baseURL: '${origin}/v1', apiKey: 'YOUR_API_KEY' })

const completion = await client.chat.completions.create(${JSON.stringify(request, null, 2)})
console.log(completion.choices[0].message.content)
`,

  curl: (request, origin) => `curl ${origin}/v1/chat/completions \\
  -H 'authorization: Bearer YOUR_API_KEY' \\
  -H 'content-type: application/json' \\
  -d '${JSON.stringify(request, null, 2).replaceAll("'", String.raw`'\''`)}'
`,
}

/**
 * A value as Python writes it.
 *
 * @param {unknown} value
 * @param {number} indent
 * @returns {string}
 */
function python(value, indent) {
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value !== 'object') return JSON.stringify(value)

  const items = Array.isArray(value)
    ? value.map((item) => python(item, indent + 4))
    : Object.entries(value).map(
        ([name, item]) => `${JSON.stringify(name)}: ${python(item, indent + 4)}`,
      )
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  const line = `${open}${items.join(', ')}${close}`
  if (line.length < 72 && !line.includes('\n')) return line
  const space = ' '.repeat(indent)
  return `${open}\n${items.map((item) => `${space}    ${item},\n`).join('')}${space}${close}`
}
