// LangChain, which speaks Responses as soon as a hosted tool is bound.
import { ChatOpenAI } from '@langchain/openai'

const model = new ChatOpenAI({
  model: 'some-model',
  apiKey: 'none',
  configuration: { baseURL: process.argv[2] },
}).bindTools([{ type: 'code_interpreter', container: { type: 'auto' } }])

const once = await model.invoke('What is 2 + 2?')
const texts = []
for await (const chunk of await model.stream('What is 2 + 2?')) texts.push(chunk.text)

process.stdout.write(JSON.stringify({ once: once.text, streamed: texts.join('') }))
