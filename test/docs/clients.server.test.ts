import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { startServer, type Server } from '../../scripts/serve.ts'
import { nodeClients, pythonClients } from '../support/client-packages.ts'
import { nodeWith } from '../support/node-with.ts'
import { pythonWith } from '../support/python-with.ts'
import { blocksOf, type CodeBlock } from './code-blocks.ts'

const PAGE = 'docs/clients.md'

const run = promisify(execFile)
const ofPage = (language: string) => blocksOf(language).filter(({ page }) => page === PAGE)
const here = ({ text }: CodeBlock) => text.replaceAll('http://localhost:8787', server.url)
const printed = ({ name }: CodeBlock) => name.replace(/^prints /, '')

let server: Server
let python = ''
let folder = ''
beforeAll(async () => {
  server = await startServer({ vars: { MODEL_SUFFIXES: 'on' } })
  ;[python, folder] = await Promise.all([pythonWith(...pythonClients), nodeWith(...nodeClients)])
}, 600_000)
afterAll(() => server.stop())

/** What a program of others shall find: no key, and nobody to tell of it. */
const environment = () => ({
  PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
  HOME: folder,
  LITELLM_LOCAL_MODEL_COST_MAP: 'True',
})

describe('clients in Python', () => {
  it.for(ofPage('python'))('show a chart: $place', async (block) => {
    const { stdout } = await run(python, ['-c', here(block)], { cwd: folder, env: environment() })

    expect(stdout).toContain(printed(block))
  })
})

describe('clients in JavaScript', () => {
  it.for(ofPage('js'))('show a chart: $place', async (block) => {
    const program = join(folder, `${block.place.replaceAll(/\W/g, '-')}.mjs`)
    await writeFile(program, here(block))

    const { stdout } = await run(process.execPath, [program], { cwd: folder, env: environment() })

    expect(stdout).toContain(printed(block))
  })
})

describe('settings', () => {
  const settings = (name: string) => {
    const block = ofPage('yaml').find((candidate) => candidate.name === name)
    return block ? here(block) : ''
  }

  it("are llm's", async () => {
    const home = await mkdtemp(join(tmpdir(), 'llm-'))
    await writeFile(join(home, 'extra-openai-models.yaml'), settings('extra-openai-models.yaml'))

    const args = [
      '-m',
      'llm',
      '-m',
      'interpreter',
      '--no-log',
      '--key',
      'none',
      'Plot a sine wave.',
    ]
    const running = run(python, args, { env: { ...environment(), LLM_USER_PATH: home } })
    running.child.stdin?.end()
    const { stdout } = await running
    await rm(home, { recursive: true })

    expect(stdout).toContain('![figure-1.png](http')
  })

  it("are LibreChat's, as a package of its own reads them, with models that there are", async () => {
    const cwd = await nodeWith('librechat-data-provider@0.8.524')
    const read = `
      const { load } = require('js-yaml')
      const { configSchema } = require('librechat-data-provider')
      console.log(JSON.stringify(configSchema.strict().parse(load(process.argv[1]))))
    `
    const args = ['--input-type=commonjs', '-e', read, settings('librechat.yaml')]
    const { stdout } = await run(process.execPath, args, { cwd })

    const [endpoint] = LibreChat.parse(JSON.parse(stdout)).endpoints.custom
    const models = [...endpoint.models.default, endpoint.titleModel]
    const statuses = models.map(async (model) => {
      return (await fetch(`${endpoint.baseURL}/models/${model}`)).status
    })
    expect(await Promise.all(statuses)).toEqual([200, 200])
  })
})

const LibreChat = z.object({
  endpoints: z.object({
    custom: z.tuple([
      z.object({
        baseURL: z.url(),
        models: z.object({ default: z.array(z.string()) }),
        titleModel: z.string(),
      }),
    ]),
  }),
})
