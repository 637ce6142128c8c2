import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { project, readPage } from './code-blocks.ts'

/** An issue of a schema, and the one error that has no reader. */
const UNTOLD = ['custom', 'client_closed_request']

const source = globSync(['src/**/*.ts', 'scripts/server/front.ts'], { cwd: project })
  .filter((path) => !/demo|openapi/.test(path))
  .map((path) => readFileSync(join(project, path), 'utf8'))
  .join('\n')
const [, afterHeading = ''] = readPage('docs/api.md').split('\n## Errors\n')
const [section = ''] = afterHeading.split('\n## ')

describe('the errors in docs/api.md', () => {
  it('are all that the server names', () => {
    const named = Array.from(source.matchAll(/\bcode: '([a-z_]+)'/g), ([, code = '']) => code)

    const missing = named.filter((code) => !section.includes(`\`${code}\``))
    expect(missing.filter((code) => !UNTOLD.includes(code))).toEqual([])
    expect(named.length).toBeGreaterThan(20)
  })

  it('are errors of the server', () => {
    const codes = Array.from(section.matchAll(/^\| \d{3}[^|]*\|([^|]*)\|/gm), ([, cell = '']) =>
      cell.split(/[`, ]+/).filter(Boolean),
    ).flat()

    expect(codes.filter((code) => !source.includes(`'${code}'`))).toEqual([])
    expect(codes.length).toBeGreaterThan(20)
  })
})
