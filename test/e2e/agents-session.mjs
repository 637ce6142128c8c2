// A session of the Agents SDK whose items are kept by the server, as a report in JSON.
import { OpenAIConversationsSession } from '@openai/agents'
import OpenAI from 'openai'

const client = new OpenAI({ baseURL: process.argv[2], apiKey: 'none' })
const session = new OpenAIConversationsSession({ client })
const say = (text) => ({ type: 'message', role: 'user', content: [{ type: 'input_text', text }] })
await session.addItems(Array.from({ length: 25 }, (_, index) => say(`item ${index}`)))
await session.addItems([
  { type: 'function_call', callId: 'c', name: 'add', arguments: '{}', status: 'completed' },
  {
    type: 'function_call_result',
    callId: 'c',
    name: 'add',
    status: 'completed',
    output: { type: 'text', text: '4' },
  },
  {
    type: 'message',
    role: 'assistant',
    status: 'completed',
    content: [{ type: 'output_text', text: 'It is 4.' }],
  },
])

const everything = await session.getItems()
const newest = await session.getItems(2)
const popped = await session.popItem()
const left = await session.getItems()
await session.clearSession()
process.stdout.write(
  JSON.stringify({
    texts: everything.flatMap(({ content }) => content?.[0]?.text ?? []),
    types: everything.slice(-3).map(({ type }) => type),
    newest: newest.map(({ type }) => type),
    popped: popped.content[0].text,
    left: left.length,
  }),
)
