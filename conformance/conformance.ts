import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readImageFile } from '../scripts/built-image.ts'
import { ensureImage } from '../scripts/image.ts'
import { nativePython } from '../scripts/native-python.ts'
import { startServer } from '../scripts/serve.ts'
import { runTool, say } from '../scripts/steps.ts'
import { summarize } from './compare.ts'
import { page } from './page.ts'
import { readReasons } from './reasons.ts'
import { readResults, writeResults } from './results.ts'
import { runSuite } from './run-suite.ts'
import { Sandbox, variables } from './sandbox.ts'
import { imageOf, prepareSuite, suiteNames } from './suites.ts'
import { readSummaries, summaryPath, writeSummaries, type Summary } from './summary.ts'
import { installTools } from './tools.ts'

// `npm run conformance`: upstream's tests in fresh sandboxes and natively; `docs/conformance.md` says what came of them.
const project = join(import.meta.dirname, '..')
const cache = join(project, 'python-runtime/.cache/conformance')

const { values } = parseArgs({
  options: {
    suite: { type: 'string', multiple: true, default: suiteNames },
    only: { type: 'string', default: '' },
    every: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '1' },
    page: { type: 'boolean', default: false },
  },
})

await ensureImage(say)
const native = await nativePython()
const tools = await installTools((args) => native.run(args))

const reasons = await readReasons()
const only = new RegExp(values.only)
const every = Number(values.every)
let unexplained = 0

const servers = await Promise.all(
  Array.from({ length: values.page ? 0 : Number(values.jobs) }, () =>
    startServer({ vars: variables }),
  ),
)
try {
  for (const name of values.suite) {
    const manifest = await readImageFile('manifest.json', imageOf(name))
    const image = createHash('sha256').update(manifest).digest('hex').slice(0, 12)
    const path = join(cache, `${name}.json`)
    const results = await readResults(path, { image, python: native.description })
    const suite = await prepareSuite(name, native, tools, join(cache, name))
    await runSuite({
      suite,
      isWanted: (part, at) => only.test(part.name) && at % every === 0,
      sandboxes: servers.map(({ url }) => new Sandbox(url)),
      native,
      tools,
      results,
      keep: (kept) => writeResults(path, kept),
      say,
    })
    if (Object.keys(results.here).length === 0) continue
    const summary = summarize(suite, results, reasons)
    unexplained += summary.unexplained.length
    for (const { test, why } of summary.unexplained) say(`unexplained: ${test}: ${why}`)
    // Some parts by name are not what the page is about.
    if (values.only === '') await publish(name, summary)
  }
} finally {
  await Promise.all(servers.map((server) => server.stop()))
}
if (unexplained > 0) process.exitCode = 1

async function publish(name: string, summary: Summary): Promise<void> {
  const summaries = { ...(await readSummaries()), [name]: summary }
  await writeSummaries(summaries)
  const target = join(project, 'docs/conformance.md')
  await writeFile(target, page(summaries, suiteNames))
  await runTool('oxfmt', target, summaryPath)
}
