import { globSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import * as z from 'zod'
import { suiteNames } from '../conformance/suites.ts'

const project = join(import.meta.dirname, '..')
const paths = globSync('.github/workflows/*.yml', { cwd: project })
const workflows = paths.map((path) => ({ path, text: readFileSync(join(project, path), 'utf8') }))
const { scripts, engines } = z
  .object({ scripts: z.record(z.string(), z.string()), engines: z.object({ node: z.string() }) })
  .parse(JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')))

// GitHub's own reader of workflows imports JSON as bundlers have it.
const hooks = registerHooks({
  load: (url, context, next) => {
    const isJson = url.endsWith('.json')
    return next(url, isJson ? { ...context, importAttributes: { type: 'json' } } : context)
  },
})
const { registerLogger, validate } = await import('@actions/languageservice')
hooks.deregister()

const failures: string[] = []
registerLogger({
  error: (message) => failures.push(message),
  warn: (message) => failures.push(message),
  info: () => undefined,
  log: () => undefined,
})

/** What it says of a workflow, each with its line. It remembers a text by its name. */
let documents = 0
async function complaintsAbout(text: string): Promise<string[]> {
  const uri = `file:///.github/workflows/${documents++}.yml`
  const found = await validate(TextDocument.create(uri, 'yaml', 1, text))
  return [
    ...failures.splice(0),
    ...found.map(({ range, message }) => `${range.start.line + 1}: ${JSON.stringify(message)}`),
  ]
}

describe.for(workflows)('$path', ({ text }) => {
  it('is a workflow', async () => {
    expect(await complaintsAbout(text)).toEqual([])
  })

  it('is refused with a mistake in it', async () => {
    expect(await complaintsAbout(text.replace('runs-on', 'run-on'))).not.toEqual([])
    expect(await complaintsAbout(`${text}        if: \${{ github.nothing.at }}\n`)).not.toEqual([])
  })

  it('runs scripts that there are', () => {
    const run = Array.from(text.matchAll(/\bnpm run ([\w:]+)/g), ([, name = '']) => name)

    expect(run.filter((name) => scripts[name] === undefined)).toEqual([])
  })

  it('names each action by its commit', () => {
    const used = Array.from(text.matchAll(/uses: (?!\.\/)(.*)/g), ([, action]) => action)

    expect(used.filter((action) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action ?? ''))).toEqual(
      [],
    )
    expect(used.length).toBeGreaterThan(0)
  })
})

it('the bootstrap is tried on the oldest Node that is promised', () => {
  const ci = workflows.find(({ path }) => path.endsWith('/ci.yml'))?.text ?? ''
  const [oldest] = /node: \[(.*)\]/.exec(ci)?.[1]?.split(', ') ?? []

  expect(`>=${oldest}`).toBe(engines.node)
})

it('every suite of the conformance is run each week', () => {
  const weekly = workflows.find(({ path }) => path.endsWith('/weekly.yml'))?.text ?? ''

  expect(/suite:\s*\[([^\]]*)\]/.exec(weekly)?.[1]?.match(/\w+/g)).toEqual(suiteNames)
})
