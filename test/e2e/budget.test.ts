import { expect, it } from 'vitest'
import { compare } from '../../bench/budget/compare.ts'
import { readBudget } from '../../bench/budget/file.ts'
import { measure, tolerances } from '../../bench/budget/measure.ts'

it('what is counted is within bench/budget.json', { timeout: 300_000 }, async () => {
  const differences = compare(await readBudget(), await measure(), tolerances)

  expect(differences, 'If it has to be so: npm run budget -- --update').toEqual([])
})
