import { APIConnectionError, APIError } from 'openai'
import { serverUrl } from './ask.ts'

// `npm run example NAME`
const examples = [
  'fibonacci',
  'sine-wave',
  'populous-countries',
  'csv-summary',
  'response',
  'faang',
]
const [name] = process.argv.slice(2)

if (name === undefined || !examples.includes(name)) {
  const names = examples.map((example) => `  npm run example ${example}`)
  process.stdout.write(`Start the server with \`npm start\`, and then:\n\n${names.join('\n')}\n`)
  process.exitCode = name === undefined ? 0 : 1
} else {
  await import(`./${name}.ts`).catch(explain)
}

/** What a person can do something about is said without a stack. */
function explain(error: unknown): void {
  if (!(error instanceof APIError)) throw error
  const message =
    error instanceof APIConnectionError
      ? `There is no server at ${serverUrl}. Start it with \`npm start\`, or set INTERPRETER_URL.`
      : error.message
  process.stderr.write(`${message}\n`)
  process.exitCode = 1
}
