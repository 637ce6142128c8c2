import { parseArgs } from 'node:util'
import { ensureImage } from '../../scripts/image.ts'
import { say } from '../../scripts/steps.ts'
import { compare } from './compare.ts'
import { readBudget, writeBudget } from './file.ts'
import { measure, tolerances } from './measure.ts'

// `npm run budget`: counts, and says what differs from `bench/budget.json`; with `-- --update` it writes that anew.
const { values } = parseArgs({ options: { update: { type: 'boolean', default: false } } })
await ensureImage(say)
const measured = await measure()
const exact = values.update ? {} : tolerances
const differences = compare(await readBudget(), measured, exact)
for (const difference of differences) say(difference)
if (values.update) {
  await writeBudget(measured)
} else if (differences.length > 0) {
  say('\nIf it has to be so: npm run budget -- --update')
  process.exitCode = 1
} else {
  say('budget: kept')
}
