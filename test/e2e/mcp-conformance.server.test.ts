import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { readPage } from '../docs/code-blocks.ts'
import { nodeWith } from '../support/node-with.ts'
import { startFixtureProxy } from './mcp/fixture-proxy.ts'
import { NOT_PASSED } from './mcp/not-passed.ts'

const run = promisify(execFile)
const SUITE = '@modelcontextprotocol/conformance@0.2.0-alpha.12'

let suite = ''
beforeAll(async () => {
  suite = join(
    await nodeWith(SUITE),
    'node_modules/@modelcontextprotocol/conformance/dist/index.js',
  )
}, 600_000)

describe.for(['2025-11-25', '2026-07-28'] as const)('the conformance suite for %s', (version) => {
  it('passes, but for what docs/mcp.md says', async () => {
    await using proxy = await startFixtureProxy(inject('serverUrl'))
    const folder = await mkdtemp(join(tmpdir(), 'mcp-'))

    const args = [suite, 'server', '--url', `${proxy.url}/mcp`, '--requirements', version]
    const output = await run(process.execPath, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 })
      .then(({ stdout }) => stdout)
      .catch(({ stdout }: { stdout: string }) => stdout)
    await rm(folder, { recursive: true })

    const scored = scoredOf(output)
    const failed = scored.filter(({ failed: count }) => count > 0)
    expect(Object.fromEntries(failed.map((each) => [each.name, each.failed]))).toEqual(
      expectedIn(version),
    )
    const passed = scored.length - failed.length
    expect(readPage('docs/mcp.md')).toContain(`${version}: ${passed} of ${scored.length}`)
  })
})

it('docs/mcp.md says what is not passed, and why', () => {
  const rows = NOT_PASSED.map(({ reason, scenarios }) => {
    const names = Object.keys(scenarios).map((name) => `\`${name}\``)
    return { reason, names: names.join(', ') }
  })

  const page = readPage('docs/mcp.md').matchAll(/^\| ((?:`[a-z0-9-]+`(?:, )?)+) +\| (.*?) +\|$/gm)
  const told = Array.from(page, ([, names = '', reason = '']) => ({ reason, names }))
  expect(told).toEqual(rows)
})

function expectedIn(version: '2025-11-25' | '2026-07-28') {
  const all = NOT_PASSED.flatMap(({ scenarios }) => Object.entries(scenarios))
  return Object.fromEntries(
    all.flatMap(([name, { [version]: count }]) => (count === undefined ? [] : [[name, count]])),
  )
}

/** The scenarios that the version had when it was released: later ones, and extensions, are no part of it. */
function scoredOf(output: string) {
  const [, summary = ''] = output.split('=== SUMMARY ===')
  const [scenarios = '', unscored = ''] = summary.split('Not scored for')
  const others = Array.from(unscored.matchAll(/[✓✗] ([\w-]+)/g), ([, name]) => name)
  return Array.from(
    scenarios.matchAll(/[✓✗] ([\w-]+): \d+ passed, (\d+) failed/g),
    ([, name = '', failed]) => ({ name, failed: Number(failed) }),
  ).filter(({ name }) => !others.includes(name))
}
