import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { unstable_readConfig as readWranglerConfig } from 'wrangler'
import * as z from 'zod'
import { readConfig } from '../../../src/config.ts'

const project = join(import.meta.dirname, '../../..')
const read = (name: string) => readFileSync(join(project, name), 'utf8')

const Package = z.object({
  scripts: z.record(z.string(), z.string()),
  cloudflare: z.object({ bindings: z.record(z.string(), z.object({ description: z.string() })) }),
})
const { scripts, cloudflare } = Package.parse(JSON.parse(read('package.json')))
const secrets = parseEnv(read('.dev.vars.example'))
const config = readWranglerConfig({ config: join(project, 'wrangler.toml') })

describe('what the button "Deploy to Cloudflare" reads', () => {
  it('has a word for everything that it asks for, and for nothing else', () => {
    const bindings = [...config.r2_buckets, ...config.worker_loaders].map((each) => each.binding)
    const limits = config.ratelimits.map((limit: { name: string }) => limit.name)
    const asked: string[] = [
      ...Object.keys(config.vars),
      ...Object.keys(secrets),
      ...bindings,
      ...limits,
    ]

    expect(Object.keys(cloudflare.bindings).toSorted()).toEqual(asked.toSorted())
  })

  it('has no value that would be deployed when nobody changes it', () => {
    const values = [...Object.values(config.vars), ...Object.values(secrets)]

    expect(values.filter((value) => value !== '')).toEqual([])
  })

  it('deploys by the command that refuses what cannot serve', () => {
    expect(scripts['deploy']).toContain('scripts/deploy.ts')
    expect(scripts['build']).toBeUndefined()
  })

  it('takes what the words say for a choice that has no use for it', () => {
    const answers = { AUTH: 'passthrough', API_KEYS: '0'.repeat(64), OPENAI_API_KEY: 'none' }

    expect(readConfig(answers).access).toEqual({ mode: 'passthrough' })
  })
})
