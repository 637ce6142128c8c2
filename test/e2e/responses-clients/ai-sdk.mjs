// The AI SDK as it is by default: Responses, and from the second step on references to items that are kept.
import { createOpenAI } from '@ai-sdk/openai'
import { generateText, stepCountIs, streamText, tool } from 'ai'
import { z } from 'zod'

const openai = createOpenAI({ baseURL: process.argv[2], apiKey: 'none' })
const cities = []
const request = {
  model: openai('some-model'),
  prompt: 'What is 2 + 2, and how is the weather in Rome?',
  stopWhen: stepCountIs(5),
  tools: {
    code_interpreter: openai.tools.codeInterpreter({}),
    get_weather: tool({
      description: 'The weather in a city.',
      inputSchema: z.object({ city: z.string() }),
      execute: async ({ city }) => {
        cities.push(city)
        return 'sunny'
      },
    }),
  },
}

const once = await generateText(request)
const streamed = streamText(request)
const kinds = new Set()
for await (const part of streamed.fullStream) {
  kinds.add(part.type)
  if (part.type === 'error') throw part.error
}

process.stdout.write(
  JSON.stringify({
    cities,
    once: once.text,
    steps: once.steps.length,
    results: once.steps.flatMap(({ toolResults }) => toolResults.map(({ output }) => output)),
    sources: once.sources.map(({ filename }) => filename),
    streamed: await streamed.text,
    kinds: [...kinds],
  }),
)
