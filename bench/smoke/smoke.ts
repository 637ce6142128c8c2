import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { askAll } from './ask-all.ts'

// `npm run smoke -- URL KEY [--model NAME] [--repeats 20]`: asks a deployment what no other run can answer, and writes it
// to `docs/`. `--page FILE` writes it elsewhere.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    model: { type: 'string', default: 'demo' },
    repeats: { type: 'string', default: '20' },
    page: {
      type: 'string',
      default: join(import.meta.dirname, '../../docs/benchmark-cloudflare.md'),
    },
  },
})
const [url, key] = positionals
if (url === undefined || key === undefined) {
  process.stderr.write('npm run smoke -- URL KEY [--model NAME] [--repeats 20] [--page FILE]\n')
  process.exit(2)
}

const say = (line: string) => void process.stdout.write(`${line}\n`)
const { page, areExpected } = await askAll({
  url,
  key,
  model: values.model,
  repeats: Number(values.repeats),
  say,
})
await writeFile(values.page, page)
process.exitCode = areExpected ? 0 : 1
