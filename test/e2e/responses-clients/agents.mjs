// The Agents SDK as it is by default: Responses, a hosted tool, a function, a second turn.
import {
  Agent,
  codeInterpreterTool,
  run,
  setDefaultOpenAIClient,
  setTracingDisabled,
  tool,
} from '@openai/agents'
import OpenAI from 'openai'
import { z } from 'zod'

setTracingDisabled(true)
const client = new OpenAI({ baseURL: process.argv[2], apiKey: 'none' })
setDefaultOpenAIClient(client)

const cities = []
const agent = new Agent({
  name: 'Assistant',
  model: 'some-model',
  tools: [
    codeInterpreterTool({ container: { type: 'auto' }, includeOutputs: true }),
    tool({
      name: 'get_weather',
      description: 'The weather in a city.',
      parameters: z.object({ city: z.string() }),
      execute: async ({ city }) => {
        cities.push(city)
        return 'sunny'
      },
    }),
  ],
})

const result = await run(agent, 'What is 2 + 2, and how is the weather in Rome?', { stream: true })
const events = []
for await (const event of result) events.push(event.type)
await result.completed

const { id: conversationId } = await client.conversations.create({})
const talked = await run(agent, 'Once more, please.', { conversationId })

const input = result.history.concat({ role: 'user', content: 'And again?' })
const second = await run(agent, input)

process.stdout.write(
  JSON.stringify({
    cities,
    events: events.length,
    final: result.finalOutput,
    items: result.newItems.map(({ rawItem }) => rawItem.name ?? rawItem.type),
    second: second.finalOutput,
    talked: talked.finalOutput,
  }),
)
