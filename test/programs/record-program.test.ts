import { expect, it } from 'vitest'
import { readProgram } from './read-program.ts'
import { recordProgram } from './record-program.ts'

const outcome = { stdout: 'a  \n\n #> b\n', pictures: 2, files: ['x "y".csv'] }

it('what was recorded is read again, and recorded the same', () => {
  const recorded = recordProgram('# Prints.\nprint()\n', outcome)
  const { code, expected } = readProgram(recorded)

  expect(code).toBe('# Prints.\nprint()\n')
  expect(expected).toMatchObject(outcome)
  expect(recordProgram(recorded, outcome)).toBe(recorded)
})

it('takes the place of what was recorded before, beside what else is said of a program', () => {
  const text = '#> old\n#: stderr "once"\n#: pictures 1\n#: files ["old"]\npass\n'

  expect(recordProgram(text, { stdout: 'new\n', pictures: 0, files: [] })).toBe(
    '#> new\n#: stderr "once"\npass\n',
  )
})
