import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { unstable_readConfig as readWranglerConfig } from 'wrangler'
import { workerVariables } from '../../scripts/variables.ts'
import { readConfig } from '../../src/config.ts'
import { blocksOf, type CodeBlock } from './code-blocks.ts'

const wranglers = blocksOf('toml').filter(({ name }) => name === '')

it.for(wranglers)('TOML is a configuration that wrangler takes: $place', ({ text }) => {
  const folder = mkdtempSync(join(tmpdir(), 'docs-'))
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  onTestFinished(() => {
    warn.mockRestore()
    rmSync(folder, { recursive: true })
  })
  const config = join(folder, 'wrangler.toml')
  writeFileSync(config, `name = "docs"\ncompatibility_date = "2026-11-01"\n${text}`)

  readWranglerConfig({ config })

  expect(warn.mock.calls).toEqual([])
})

const units = blocksOf('ini').filter(isUnit)
const environments = blocksOf('ini').filter((block) => !isUnit(block))

it.for(environments)('INI has variables that the server knows: $place', (block) => {
  const { PORT: _, ...variables } = settingsOf(block)
  const filled = { ...variables, API_KEYS: 'a'.repeat(64) }

  expect(workerVariables(variables)).toEqual(variables)
  expect(() => readConfig(filled)).not.toThrow()
})

it.for(units)('INI is a unit of systemd that starts the server: $place', ({ text }) => {
  expect(text).toMatch(/^(\[[A-Z][a-z]+\]\n([A-Z][A-Za-z]+=\S.*\n)+\n?)+$/)
  expect(text).toMatch(/^ExecStart=\S*\/(npm start|node \S+\/serve\.mjs)$/m)
})

it.for(blocksOf('caddyfile'))(
  'a Caddyfile goes with the variables of its page: $place',
  ({ page, text }) => {
    const environment = environments.find(
      (block) => block.page === page && /^PORT=/m.test(block.text),
    )
    const { PORT, PUBLIC_URL = '' } = environment ? settingsOf(environment) : {}

    expect(text.match(/\{$/gm)).toHaveLength(text.match(/^ *\}$/gm)?.length ?? 0)
    expect(text).toContain(`${new URL(PUBLIC_URL).host} {\n`)
    expect(text).toMatch(new RegExp(`reverse_proxy (localhost|10[.]0[.]0[.]\\d):${PORT} `))
  },
)

function isUnit({ text }: CodeBlock): boolean {
  return /^\[\w+\]$/m.test(text)
}

function settingsOf({ text }: CodeBlock): Record<string, string> {
  const lines = text.matchAll(/^(\w+)=(.*)$/gm)
  return Object.fromEntries(Array.from(lines, ([, name = '', value = '']) => [name, value]))
}
