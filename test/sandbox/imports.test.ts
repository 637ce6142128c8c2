import { describe, expect, it } from 'vitest'
import { importedPackages } from '../../src/sandbox/imports.ts'

const found = (code: string) => [...importedPackages(code)].toSorted()

describe('the packages that a program imports', () => {
  it.each([
    ['import scipy', ['scipy']],
    ['import scipy.stats as st, sklearn.cluster,os', ['os', 'scipy', 'sklearn']],
    ['from scipy import stats', ['scipy']],
    ['from sklearn.linear_model import (\n  Ridge,\n  Lasso)', ['sklearn']],
    ['x = 1; import scipy', ['scipy']],
    ['try: import scipy\nexcept ImportError: pass', ['scipy']],
    ['def f():\n\tfrom scipy.optimize import brentq', ['scipy']],
    ['import \\\n  scipy', ['scipy']],
    ['if True:\r\n    import scipy\r\n', ['scipy']],
    ['from . import scipy', []],
    ['importlib.import_module("scipy")', []],
    ['imported = scipy', []],
    ['raise ValueError from scipy', []],
    ['', []],
  ])('of %j', (code, packages) => {
    expect(found(code)).toEqual(packages)
  })

  it('are not those that a text or a comment speaks of', () => {
    const code = [
      '"""',
      'import scipy',
      '"""',
      String.raw`text = 'a\'; import scipy'`,
      '# import scipy',
      String.raw`s = r"\\"; import numpy`,
      "f'''{\"import scipy\"}",
      "import scipy'''",
      'import pandas',
    ].join('\n')
    expect(found(code)).toEqual(['numpy', 'pandas'])
  })

  it('are found behind a text that its line ends', () => {
    expect(found('it is "broken\nimport scipy')).toEqual(['scipy'])
  })

  it.each([
    ['quotes', '"'.repeat(1_000_000)],
    ['long texts without an end', `'''${'\\"""'.repeat(250_000)}`],
    ['spaces', ' '.repeat(1_000_000)],
    ['lines that go on', '\\\n'.repeat(500_000)],
    ['names', `import ${'a.'.repeat(500_000)}`],
    ['lists', `import ${'a,'.repeat(500_000)}`],
    ['imports', 'import a\n'.repeat(200_000)],
    ['much more than a program has', 'import scipy_of_many\n'.repeat(1_000_000)],
  ])('are looked for in time that grows with its length: %s', (_, code) => {
    const began = performance.now()
    importedPackages(code)
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})
