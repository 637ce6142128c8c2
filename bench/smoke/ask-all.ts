import { table } from '../format.ts'
import { deployment } from './deployment.ts'
import { questions } from './questions.ts'

export interface Smoke {
  url: string
  key: string
  /** The model that runs the programs of a chat. */
  model: string
  repeats: number
  say: (line: string) => void
}

/** Asks all questions, one after the other, and gives a page with the answers. */
export async function askAll({ url, key, model, repeats, say }: Smoke) {
  const server = deployment(url, key, model)
  const health = await server.ask('/healthz')
  if (!health.ok) throw new Error(`${url} answers with status ${health.status}.`)
  const rows: string[][] = []
  let areExpected = true
  for (const { question, expected, ask } of questions) {
    const { found, isExpected } = await ask(server, repeats).catch((error: unknown) => ({
      found: error instanceof Error ? error.message : String(error),
      isExpected: false,
    }))
    areExpected &&= isExpected
    const row = [question, expected, found.replaceAll('|', '\\|'), isExpected ? 'yes' : 'NO']
    rows.push(row)
    say(row.join(' | '))
  }
  const page = [
    '# Benchmark on Cloudflare',
    introduction(health.headers.get('cf-ray'), server.programs),
    table(['question', 'expected', 'found', 'as expected'], rows),
  ].join('\n\n')
  return { page: `${page}\n`, areExpected }
}

function introduction(ray: string | null, programs: number): string {
  const day = new Date().toISOString().slice(0, 10)
  const place =
    ray === null
      ? 'of a server that is **not on Cloudflare**: nothing here says how fast a deployment is'
      : `of a deployment, at ${ray.split('-').at(-1)}`
  return `Written by \`npm run smoke\` on ${day}, ${place}. It ran ${programs} programs; a deployment's invoice has one dynamic Worker for each.`
}
