import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { PYTHON_CLIENTS } from '../e2e/mcp/clients.ts'
import { openaiClients, pythonWith } from '../support/python-with.ts'
import { blocksOf, project, type CodeBlock } from './code-blocks.ts'
import { objection } from './commands.ts'
import { runShell } from './shell.ts'

const run = promisify(execFile)

/** How the pages name the server that a reader has started or deployed. */
const ADDRESSES =
  /http:\/\/localhost:8787|https:\/\/open-code-interpreter\.YOUR-SUBDOMAIN\.workers\.dev/g

const programOf = ({ text }: CodeBlock) => text.replaceAll(ADDRESSES, inject('serverUrl'))

/** A block may say behind its fence what it prints: `sh prints 42`. */
function expectPrinted({ name }: CodeBlock, stdout: string): void {
  expect(stdout).toContain(name.replace(/^prints /, ''))
}

let python = ''
beforeAll(async () => {
  python = await pythonWith(...openaiClients, ...PYTHON_CLIENTS)
}, 300_000)

describe('shell', () => {
  const variables = () => ({
    INTERPRETER_URL: `${inject('serverUrl')}/v1`,
    INTERPRETER_MCP_URL: `${inject('serverUrl')}/mcp`,
  })

  it.for(blocksOf('sh'))('does what its page says: $place', async (block) => {
    const { stdout, calls } = await runShell(programOf(block), { python, variables: variables() })

    const problems = calls.flatMap((call) => {
      const problem = objection(call)
      return problem === null ? [] : [`${call.words.join(' ')}: ${problem}`]
    })
    expect(problems).toEqual([])
    expectPrinted(block, stdout)
  })
})

describe('TypeScript', () => {
  it.for(blocksOf('ts'))('compiles and runs: $place', async (block) => {
    const program = programOf(block)

    const [, { stdout }] = await Promise.all([
      compile(program),
      run(process.execPath, ['--input-type=module-typescript', '-e', program], { cwd: project }),
    ])

    expect(stdout).not.toBe('')
    expectPrinted(block, stdout)
  })
})

/** By itself: what one block tells the types of the SDK, another does not know. */
async function compile(program: string): Promise<void> {
  await mkdir(join(project, '.wrangler'), { recursive: true })
  const folder = await mkdtemp(join(project, '.wrangler/docs-'))
  try {
    const configuration = {
      extends: '../../tsconfig.json',
      compilerOptions: { types: ['node'] },
      include: ['program.ts'],
    }
    await writeFile(join(folder, 'program.ts'), program)
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(configuration))
    await run(join(project, 'node_modules/.bin/tsc'), ['-p', folder])
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The page of clients has tests of its own, which install them. */
const ofSdk = blocksOf('python').filter(({ page }) => page !== 'docs/clients.md')

describe('Python', () => {
  it.for(ofSdk)("runs with OpenAI's SDK: $place", async (block) => {
    const folder = await mkdtemp(join(tmpdir(), 'docs-'))

    const { stdout } = await run(python, ['-c', programOf(block)], { cwd: folder })

    await rm(folder, { recursive: true })
    expect(stdout).not.toBe('')
    expectPrinted(block, stdout)
  })
})

describe('an error that a page shows', () => {
  const errors = blocksOf('text').filter(({ name }) => name.startsWith('error of: '))

  it.for(errors)('is the one that the program has: $place', async ({ name, text }) => {
    const response = await fetch(`${inject('serverUrl')}/v1/executions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: name.slice('error of: '.length) }),
    })

    const { error } = JSON.parse(await response.text())
    expect(error.traceback).toContain(text)
  })
})
