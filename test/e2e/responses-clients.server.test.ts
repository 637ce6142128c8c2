import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type Server } from '../../scripts/serve.ts'
import { blocksOf } from '../docs/code-blocks.ts'
import { nodeClients, pythonClients } from '../support/client-packages.ts'
import { ANSWER, loopingModel } from '../support/looping-model.ts'
import { nodeWith } from '../support/node-with.ts'
import { pythonWith } from '../support/python-with.ts'
import type { ScriptedUpstream } from '../support/scripted-upstream.ts'

const run = promisify(execFile)
const programs = join(import.meta.dirname, 'responses-clients')

let model: ScriptedUpstream
let server: Server
let python = ''
let folder = ''
beforeAll(async () => {
  model = await loopingModel()
  server = await startServer({
    vars: { OPENAI_BASE_URL: model.url, OPENAI_API_KEY: 'key', MODEL_SUFFIXES: 'on' },
  })
  ;[python, folder] = await Promise.all([pythonWith(...pythonClients), nodeWith(...nodeClients)])
}, 600_000)
afterAll(async () => {
  await server.stop()
  await model[Symbol.asyncDispose]()
})

/** What a program of others says, as JSON in its last line. */
async function reportOf(command: string, file: string): Promise<unknown> {
  const { stdout } = await run(command, [file, `${server.url}/v1`], {
    cwd: folder,
    // No key, and nobody to tell of it.
    env: {
      PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
      HOME: folder,
      LITELLM_LOCAL_MODEL_COST_MAP: 'True',
    },
    maxBuffer: 64 * 1024 * 1024,
  })
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')
}

async function nodeReport(name: string): Promise<unknown> {
  const file = join(folder, name)
  await copyFile(join(programs, name), file)
  return reportOf(process.execPath, file)
}

const pythonReport = (name: string) => reportOf(python, join(programs, name))
const answered = expect.stringContaining(ANSWER)

describe('clients in JavaScript that ask for responses', () => {
  it('run programs and functions in one run, replay it, and talk: Agents SDK', async () => {
    expect(await nodeReport('agents.mjs')).toMatchObject({
      cities: ['Rome', 'Rome', 'Rome'],
      final: answered,
      talked: answered,
      second: answered,
      items: expect.arrayContaining(['code_interpreter_call', 'get_weather', 'message']),
    })
  })

  it('go on in a second step with references to items: AI SDK', async () => {
    expect(await nodeReport('ai-sdk.mjs')).toMatchObject({
      cities: ['Rome', 'Rome'],
      once: answered,
      steps: 2,
      streamed: answered,
      results: [{ outputs: expect.arrayContaining([{ type: 'logs', logs: '4 []\n' }]) }, 'sunny'],
      sources: ['figure-1.png', 'squares.csv'],
      kinds: expect.arrayContaining(['tool-call', 'tool-result', 'source']),
    })
  })

  it('show the text: LangChain', async () => {
    const chart = expect.stringMatching(/!\[figure-1\.png\]\(http\S+\)/)

    expect(await nodeReport('langchain.mjs')).toMatchObject({ once: chart, streamed: chart })
  })
})

describe('clients in Python that ask for responses', () => {
  it('read, stream and keep them, and download the files of their containers: openai', async () => {
    expect(await pythonReport('openai_sdk.py')).toMatchObject({
      text: answered,
      outputs: expect.arrayContaining(['logs', 'image']),
      png: 'data:image/png;base64,',
      events: expect.arrayContaining(['response.created', 'response.completed']),
      final: answered,
      csv: '1,4,9',
      files: { 'squares.csv': 5, 'figure-1.png': expect.any(Number) },
      listed: ['/mnt/data/figure-1.png', '/mnt/data/squares.csv'],
      problem: 'ValidationError',
      kept: answered,
      asked: ['user'],
      container: true,
      found: "4 ['figure-1.png', 'squares.csv']\n",
    })
  })

  it('run programs and functions in one run, replay it, and talk: Agents SDK', async () => {
    expect(await pythonReport('agents_sdk.py')).toMatchObject({
      once: answered,
      streamed: answered,
      talked: answered,
      replayed: answered,
      items: expect.arrayContaining(['code_interpreter_call', 'function_call', 'message']),
    })
  })

  it('show the text, and send it back: LangChain', async () => {
    const chart = expect.stringMatching(/!\[figure-1\.png\]\(http\S+\)/)

    expect(await pythonReport('langchain_sdk.py')).toMatchObject({
      once: chart,
      streamed: chart,
      again: answered,
    })
  })

  it('have the pictures: pydantic-ai', async () => {
    expect(await pythonReport('pydantic_sdk.py')).toMatchObject({
      once: answered,
      again: answered,
      images: ['image/png'],
    })
  })

  it('pass them on: LiteLLM', async () => {
    expect(await pythonReport('litellm_sdk.py')).toMatchObject({
      once: answered,
      events: expect.arrayContaining(['response.output_item.done', 'response.completed']),
    })
  })
})

describe('Codex', () => {
  const block = blocksOf('toml').find(({ page }) => page === 'docs/clients.md')

  it('has a model that runs programs', async () => {
    const codex = join(await nodeWith('@openai/codex@0.171.0'), 'node_modules/.bin/codex')
    const home = await mkdtemp(join(tmpdir(), 'codex-'))
    const config = block?.text.replace('http://localhost:8787', server.url) ?? ''
    await writeFile(join(home, 'config.toml'), config)

    const running = run(codex, ['exec', '--skip-git-repo-check', '--json', 'What is 2 + 2?'], {
      cwd: home,
      env: { PATH: `${dirname(process.execPath)}:${process.env['PATH']}`, CODEX_HOME: home },
    })
    running.child.stdin?.end()
    const { stdout } = await running
    await rm(home, { recursive: true })

    const events = stdout.trim().split('\n')
    expect(events.map((line): unknown => JSON.parse(line))).toContainEqual({
      type: 'item.completed',
      item: { id: expect.any(String), type: 'agent_message', text: answered },
    })
    expect(model.messages(-1)).toContainEqual(
      expect.objectContaining({ role: 'tool', content: expect.stringContaining('4 []\\n') }),
    )
  })
})
