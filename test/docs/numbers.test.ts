import { expect, it } from 'vitest'
import { readPage } from './code-blocks.ts'

const [, section = ''] = readPage('README.md').split(/<!-- (?:numbers:.*|end of numbers) -->/)
const rows = Array.from(
  section.matchAll(/^\| \[([^\]]+)\]\(([^)#]+)[^|]*\| +([^|]*?) +\| `([^`]+)` *\|$/gm),
  ([, figure = '', page = '', value = '', command = '']) => ({ figure, page, value, command }),
)

it('every figure of the README has a page, a value and a command', () => {
  expect(rows).toHaveLength(section.trim().split('\n').length - 2)
})

it.for(rows)('the README says what the page says: $figure', ({ page, value, command }) => {
  const text = readPage(page)

  expect(value.split(' of ').filter((part) => !text.includes(` ${part} `))).toEqual([])
  expect(text).toContain(command)
})
