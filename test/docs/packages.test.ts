import { describe, expect, it } from 'vitest'
import { Conformance, LockedPackages, packagesPage } from '../../scripts/packages-page.ts'
import { readPage } from './code-blocks.ts'

const lock = LockedPackages.parse(JSON.parse(readPage('python-runtime/wheels/wheels.lock.json')))
const results = Conformance.parse(JSON.parse(readPage('conformance/results.json')))

describe('the page of packages', () => {
  it('is what `npm run packages` writes from the locks and the conformance', () => {
    const page = readPage('docs/packages.md')

    expect(cells(page)).toEqual(cells(packagesPage(page, lock, results)))
  })

  it('is not written without a row for each', () => {
    const added = { name: 'added', version: '1.0', bytes: 1, license: 'MIT' }

    expect(() => packagesPage(readPage('docs/packages.md'), [...lock, added], results)).toThrow(
      'no row for added',
    )
  })

  it('has the sum of the suites of a package, and keeps what people wrote', () => {
    const counts = (here: number, native: number) => ({
      here: { passed: here },
      native: { passed: native },
    })
    const conformance = { 'sklearn.tree': counts(9, 10), 'sklearn.svm': counts(5, 5) }
    const [written] = packagesPage(
      '| package | version | size | for | tests | license |\n| - | - | - | - | - | - |\n| scikit-learn | 0 | | models | | |',
      [{ name: 'scikit-learn', version: '1.9.1', bytes: 4_456_857, license: 'BSD-3-Clause' }],
      conformance,
    )
      .split('\n')
      .slice(-1)

    expect(written).toBe('| scikit-learn | 1.9.1 | 4.5 MB | models | 14 of 15 | BSD-3-Clause |')
  })
})

/** The lines without the room in which a formatter puts tables. */
function cells(page: string): string[] {
  return page.split('\n').map((line) => (line.startsWith('|') ? line.replace(/ +/g, ' ') : line))
}
