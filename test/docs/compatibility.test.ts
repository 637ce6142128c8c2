import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { testApp } from '../support/test-app.ts'
import { project, readPage } from './code-blocks.ts'

const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
})
const Package = z.object({ version: z.string(), scripts: z.record(z.string(), z.string()) })
const { version, scripts } = Package.parse(
  JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')),
)
const methods = new Set(['get', 'post', 'put', 'patch', 'delete'])

async function document() {
  const response = await testApp().request('http://localhost/openapi.json')
  return Document.parse(await response.json())
}

/** The rows of the table below a heading of docs/compatibility.md, as their cells. */
function rowsOf(heading: string): string[][] {
  const section = readPage('docs/compatibility.md').split(/^## /m)
  const text = section.find((part) => part.startsWith(`${heading}\n`)) ?? ''
  return text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    )
}

/** What stands between backquotes. */
function quoted(cell = ''): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? [])
}

/** Every name of a property in a tree of schemas. */
function propertiesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) => {
    const inside = propertiesIn(value)
    return key === 'properties' ? [...Object.keys(value), ...inside] : inside
  })
}

describe('docs/compatibility.md', () => {
  it('has every address of the OpenAPI document with its methods, and no other', async () => {
    const { paths } = await document()
    const served = Object.entries(paths).map(([path, operations]) => {
      const names = Object.keys(operations).filter((name) => methods.has(name))
      return `${path} ${names
        .map((name) => name.toUpperCase())
        .toSorted()
        .join(', ')}`
    })

    const promised = rowsOf('Addresses').map(([path, asked]) => {
      return `${quoted(path)[0]} ${(asked ?? '').split(', ').toSorted().join(', ')}`
    })

    expect(promised.toSorted()).toEqual(served.toSorted())
  })

  it('says of each address how it stands', () => {
    for (const [, , stands] of rowsOf('Addresses'))
      expect(['stable', 'experimental']).toContain(stands)
  })

  it('has fields that the OpenAPI document has', async () => {
    const known = new Set(propertiesIn((await document()).components.schemas))

    const named = rowsOf('Fields of our own').flatMap(([field]) => quoted(field))

    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((name) => !known.has(name))).toEqual([])
  })

  it('has commands that there are', () => {
    const named = rowsOf('Commands').flatMap(([command]) => quoted(command))

    const known = new Set(Object.keys(scripts).map((name) => `npm run ${name}`))
    for (const name of ['start', 'test']) known.add(`npm ${name}`)
    expect(named.filter((name) => !known.has(name))).toEqual([])
  })

  it('has variables that docs/configuration.md has', () => {
    const rows = readPage('docs/configuration.md').match(/^\| `\w+`/gm) ?? []
    const known = new Set(rows.flatMap(quoted))

    const named = rowsOf('Variables').flatMap(([variable]) => quoted(variable))

    expect(named.filter((name) => !known.has(name))).toEqual([])
  })
})

describe('CHANGELOG.md', () => {
  it('speaks of the version of the package', () => {
    const versions = [...readPage('CHANGELOG.md').matchAll(/^## (\S+)/gm)].map(([, name]) => name)

    expect(versions).toContain(version)
    expect(versions[0]).toMatch(/^(Unreleased|\d+\.\d+\.\d+)$/)
  })
})
