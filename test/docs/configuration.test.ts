import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings } from '../../scripts/workerd/settings.ts'
import { readConfig } from '../../src/config.ts'
import { project, readPage } from './code-blocks.ts'

interface Row {
  name: string
  default: string
  bounds: string
}

const [, ...sections] = readPage('docs/configuration.md').split(/^## /m)
const ofCommands = sections.filter((section) => section.startsWith('Of the commands'))
const ofPool = sections.filter((section) => section.startsWith('Of `serve.mjs`'))
const documented = sections
  .filter((section) => !ofCommands.includes(section) && !ofPool.includes(section))
  .flatMap(rowsOf)
const numbers = documented.filter((row) => /^\d+$/.test(row.default))
const schemas = ['src/config.ts', ...globSync('src/search/*.ts', { cwd: project })]
const ofServer = schemas.flatMap((path) =>
  namesIn(readFileSync(join(project, path), 'utf8'), /^ {2}([A-Z]+(?:_[A-Z]+)*): /gm),
)
const wranglerToml = readFileSync(join(project, 'wrangler.toml'), 'utf8')

/** With a service, of which the demo has no need. */
const read = (variables: object) => readConfig({ OPENAI_API_KEY: 'k', ...variables })

describe('docs/configuration.md', () => {
  it('has every variable that the server reads, and no other', () => {
    expect(documented.map(({ name }) => name).toSorted()).toEqual([...new Set(ofServer)].toSorted())
  })

  it.for(numbers)('has the default of $name', ({ name, default: value }) => {
    expect(read({ [name]: value })).toEqual(read({}))
    expect(read({ [name]: String(Number(value) + 1) })).not.toEqual(read({}))
  })

  it.for(numbers)('has the bounds of $name', ({ name, bounds }) => {
    const [least = '', most = ''] = bounds.split(' to ')

    expect(() => read({ [name]: least })).not.toThrow()
    expect(() => read({ [name]: most })).not.toThrow()
    expect(() => read({ [name]: String(Number(least) - 1) })).toThrow(name)
    expect(() => read({ [name]: String(Number(most) + 1) })).toThrow(name)
  })

  it('has a default for each limit', () => {
    const limits = documented.filter(({ name }) => /^MAX_|_MS$|_BYTES$|_SECONDS$/.test(name))

    expect(numbers).toEqual(limits)
  })

  it('has variables of the commands that the commands read', () => {
    const commands = globSync('{scripts,python-runtime/build}/**/*.ts', { cwd: project })
    const used = commands.flatMap((path) =>
      namesIn(readFileSync(join(project, path), 'utf8'), /process\.env\['([A-Z_]+)'\]/g),
    )

    expect(used).toEqual(expect.arrayContaining(ofCommands.flatMap(rowsOf).map(({ name }) => name)))
  })
})

describe('the variables of serve.mjs', () => {
  const rows = ofPool.flatMap(rowsOf)
  const ofWorker = ['AUTH', 'FILE_TTL_SECONDS']
  const settings = readFileSync(join(project, 'scripts/workerd/settings.ts'), 'utf8')
  const keys = { AUTH: 'keys' }

  it('are all that it reads, but for those of the Worker', () => {
    const names = namesIn(settings, /^ {4}([A-Z]+(?:_[A-Z]+)*): /gm)

    expect(rows.map(({ name }) => name).toSorted()).toEqual(
      names.filter((name) => !ofWorker.includes(name)).toSorted(),
    )
  })

  it.for(rows.filter(({ bounds }) => bounds.includes(' to ')))(
    'have the bounds of $name',
    (row) => {
      const [least = '', most = ''] = row.bounds.split(' to ')
      const isTaken = (value: string | number) => () =>
        readSettings({ ...keys, [row.name]: String(value) })

      expect(isTaken(least)).not.toThrow()
      expect(isTaken(most)).not.toThrow()
      expect(isTaken(Number(least) - 1)).toThrow(row.name)
      expect(isTaken(Number(most) + 1)).toThrow(row.name)
    },
  )

  it.for(rows.filter(({ default: value }) => value !== 'the cores'))(
    'have the default of $name',
    ({ name, default: value }) => {
      expect(readSettings({ ...keys, [name]: value.replaceAll('`', '') })).toEqual(
        readSettings(keys),
      )
    },
  )
})

describe('wrangler.toml', () => {
  const values = Array.from(
    wranglerToml.matchAll(/^# ([A-Z_]+) = "(\d+)"$/gm),
    ([, name = '', value = '']) => ({ name, value }),
  )

  it('tells of every variable', () => {
    expect(documented.filter(({ name }) => !wranglerToml.includes(name))).toEqual([])
  })

  it('has every limit', () => {
    expect(values.map(({ name }) => name).toSorted()).toEqual(
      numbers.map(({ name }) => name).toSorted(),
    )
  })

  it.for(values)('has the default of $name', ({ name, value }) => {
    expect(read({ [name]: value })).toEqual(read({}))
  })
})

it('the README tells of variables that there are', () => {
  const told = rowsOf(
    readPage('README.md')
      .split(/^## Configuration$/m)[1]
      ?.split(/^## /m)[0] ?? '',
  )

  expect(told.length).toBeGreaterThan(3)
  expect(documented).toEqual(
    expect.arrayContaining(told.map(({ name }) => expect.objectContaining({ name }))),
  )
})

/** The rows of tables whose first cell is a variable. */
function rowsOf(markdown: string): Row[] {
  const rows = markdown.matchAll(/^\| `([A-Z_]+)` *\|([^|]*)\|([^|]*)\|/gm)
  return Array.from(rows, ([, name = '', value = '', bounds = '']) => ({
    name,
    default: value.trim(),
    bounds: bounds.trim(),
  }))
}

function namesIn(source: string, pattern: RegExp): string[] {
  return Array.from(source.matchAll(pattern), ([, name = '']) => name)
}
