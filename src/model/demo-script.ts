import * as z from 'zod'
import { parseJson } from '../json.ts'
import { barChart, csvSummary, fibonacci, sineWave } from './demo-programs.ts'
import { linksTo, pagesIn, priceChart, pricesIn, type Page } from './demo-search.ts'
import type { Message } from './messages.ts'

export interface DemoAnswer {
  text: string
  /** The tool to use before the answer goes on. */
  call: DemoCall | null
}

export interface DemoCall {
  name: string
  arguments: object
}

interface Offer {
  /** Whether the tool is among those of the request, and may be used. */
  mayRun: boolean
  maySearch: boolean
  toolDescription: string
}

const INTRODUCTION =
  'This is a scripted demo, not a language model. Set `OPENAI_BASE_URL` and `OPENAI_API_KEY` to use a real one.'

const ABILITIES = `I know these requests by heart:

- calculate the first 20 Fibonacci numbers
- plot a sine wave
- draw a bar chart of the five most populous countries
- summarize a CSV, attached or written into the message
- find the current stock prices of the FAANG companies and create a comparison chart
- search the web for anything

I also run any Python that a message brings in \`\`\`python blocks, one after the other.`

const NO_INTERPRETER =
  'To run Python I need the tool `{"type": "code_interpreter"}` in `tools`, and a `tool_choice` that allows it.'

const NO_SEARCH =
  'To search the web I need the tool `{"type": "web_search"}` in `tools`, and a `tool_choice` that allows it.'

/** What the demo says next: what it will run, what came of it, or what it can do. */
export function demoAnswer(messages: readonly Message[], offer: Offer): DemoAnswer {
  const asked = messages.findLastIndex((message) => message.role === 'user')
  const question = textOf(messages[asked])
  const last = messages.at(-1)
  if (last?.role === 'tool') {
    const done = messages.slice(asked).filter(({ role }) => role === 'tool').length
    const next = offer.mayRun ? blocksIn(question)[done] : undefined
    return commentOn(parseJson(textOf(last)), offer, next)
  }
  const query = queryFor(question)
  if (query !== null) return offer.maySearch ? search(query) : introduced(NO_SEARCH)

  const plan = planFor(question, offer.toolDescription)
  if (!plan) return introduced(ABILITIES)
  return offer.mayRun ? introduced(plan.text, run(plan.code)) : introduced(NO_INTERPRETER)
}

function introduced(text: string, call: DemoCall | null = null): DemoAnswer {
  return { text: `${INTRODUCTION}\n\n${text}`, call }
}

function run(code: string): DemoCall {
  return { name: 'code_interpreter', arguments: { code } }
}

function search(query: string): DemoAnswer {
  return introduced('I search the web.', { name: 'web_search', arguments: { query } })
}

function queryFor(question: string): string | null {
  if (/\bfaang\b/i.test(question)) return 'current stock prices of the FAANG companies'
  return question.match(/\bsearch (?:the web )?for (.+)/i)?.[1]?.slice(0, 400) ?? null
}

function planFor(question: string, toolDescription: string) {
  const [block] = blocksIn(question)
  if (block !== undefined) return { text: 'I run the Python of the message.', code: block }

  if (/fibonacci/i.test(question)) {
    return { text: 'I calculate the first 20 Fibonacci numbers.', code: fibonacci }
  }
  if (/\bsine?\b/i.test(question)) return { text: 'I plot a sine wave.', code: sineWave }
  if (/populous|population/i.test(question)) {
    return { text: 'I draw the five most populous countries as a bar chart.', code: barChart }
  }
  const csv = csvIn(question, toolDescription)
  return csv && { text: 'I summarize the CSV with pandas.', code: csvSummary(csv) }
}

/** The programs of a message. */
function blocksIn(question: string): string[] {
  const blocks = question.matchAll(/```(?:python|py)[ \t]*\r?\n([\s\S]*?)```/gi)
  return [...blocks].flatMap(([, code]) => code ?? [])
}

/** The CSV of a question, as the Python expression that `read_csv` can take. */
function csvIn(question: string, toolDescription: string): string | null {
  if (!/csv|summar|analy[sz]e/i.test(question)) return null

  const path = `${question}\n${toolDescription}`.match(/\/mnt\/data\/[^"\n]*\.csv/i)?.[0]
  if (path !== undefined) return JSON.stringify(path)

  const lines = question.split('\n').filter((line) => /^[^,`]+(,[^,`]*)+$/.test(line.trim()))
  return lines.length < 2 ? null : `io.StringIO(${JSON.stringify(lines.join('\n'))})`
}

const ToolResult = z.looseObject({
  stdout: z.string().default(''),
  results: z
    .array(z.looseObject({ text: z.string().optional(), image: z.string().optional() }))
    .default([]),
  error: z.looseObject({ message: z.string(), traceback: z.string().default('') }).nullish(),
})

/** `next` is the program of the same message that has not been run yet. */
function commentOn(output: unknown, offer: Offer, next: string | undefined): DemoAnswer {
  const pages = pagesIn(output)
  if (pages) return commentOnPages(pages, offer)
  return { text: commentOnProgram(output), call: next === undefined ? null : run(next) }
}

function commentOnPages(pages: readonly Page[], { mayRun }: Offer): DemoAnswer {
  const prices = pricesIn(pages)
  if (pages.length === 0) return { text: 'The search found nothing.', call: null }
  if (prices.length === 0 || !mayRun) return { text: `I found ${linksTo(pages)}.`, call: null }
  const cited = linksTo(prices.map(({ page }) => page))
  return {
    text: `I found the prices here: ${cited}. I compare them in a chart.`,
    call: run(priceChart(prices)),
  }
}

function commentOnProgram(output: unknown): string {
  const result = ToolResult.safeParse(output)
  if (!result.success) return 'The tool said nothing that I can read.'

  const { stdout, results, error } = result.data
  const charts = results.filter((each) => each.image !== undefined).length
  const values = results.flatMap((each) => (each.image === undefined ? (each.text ?? []) : []))
  return [
    error && `The program ended with an error:\n\n${fenced(error.traceback || error.message)}`,
    stdout && `It printed:\n\n${fenced(stdout)}`,
    values.length > 0 && `The result is:\n\n${fenced(values.join('\n\n'))}`,
    charts > 0 && (charts === 1 ? 'Here is the chart.' : `Here are the ${charts} charts.`),
    !error && !stdout && values.length + charts === 0 && 'It ran without printing anything.',
  ]
    .filter(Boolean)
    .join('\n\n')
}

function fenced(text: string): string {
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\``
}

function textOf(message: Message | undefined): string {
  const content = message?.content ?? ''
  if (typeof content === 'string') return content
  return content.map((part) => (typeof part['text'] === 'string' ? part['text'] : '')).join('\n')
}
