import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Conformance, LockedPackages, packagesPage } from './packages-page.ts'
import { runTool } from './steps.ts'

// `npm run packages`: writes versions, sizes, licenses and counts of tests into the tables of `docs/packages.md`.
const project = join(import.meta.dirname, '..')
const page = join(project, 'docs/packages.md')
const read = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(join(project, path), 'utf8'))

const packages = LockedPackages.parse(await read('python-runtime/wheels/wheels.lock.json'))
const conformance = Conformance.parse(await read('conformance/results.json'))
await writeFile(page, packagesPage(await readFile(page, 'utf8'), packages, conformance))
await runTool('oxfmt', page)
