import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'

const run = promisify(execFile)
const project = join(import.meta.dirname, '../..')
const Package = z.object({ version: z.string(), exports: z.record(z.string(), z.unknown()) })
const Packed = z.tuple([
  z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) }),
])

async function packageAt(folder: string) {
  return Package.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')))
}

/** What somebody writes who has installed the package. */
const program = `
import OpenAI from 'openai'
import { addExecutedTools, type ExecutedTool, type ServerTool } from 'open-code-interpreter/openai'

const { completions } = new OpenAI({ apiKey: 'none' }).chat
const tools: ServerTool[] = [{ type: 'code_interpreter', timeout_ms: 1000 }, { type: 'web_search' }]

export async function ask() {
  const completion = await completions.create({ model: 'm', messages: [], tools })
  const stdout: string | undefined =
    completion.choices[0]?.message.executed_tools?.[0]?.execution?.stdout
  return stdout
}

export async function stream() {
  const executed: ExecutedTool[] = []
  const chunks = await completions.create({ model: 'm', messages: [], tools, stream: true })
  for await (const chunk of chunks) addExecutedTools(executed, chunk.choices[0]?.delta.executed_tools)
  return executed
}

// @ts-expect-error -- It is misspelled.
export const refused: ServerTool = { type: 'code_interpretor' }
`

const resolutions = [
  { module: 'node16', moduleResolution: 'node16' },
  { module: 'nodenext', moduleResolution: 'nodenext' },
  { module: 'esnext', moduleResolution: 'bundler' },
]

let folder: string
let packed: z.infer<typeof Packed>[0]
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'client-'))
  const pack = ['pack', join(project, 'client'), '--json', '--pack-destination', folder]
  const { stdout } = await run('npm', pack, { cwd: folder })
  ;[packed] = Packed.parse(JSON.parse(stdout))
  await mkdir(join(folder, 'program'))
  await writeFile(join(folder, 'program/package.json'), '{"private":true,"type":"module"}')
  const options = ['--prefer-offline', '--no-audit', '--no-fund', '--no-progress']
  const wanted = [join(folder, packed.filename), 'openai@7.57.0', '@types/node@24.19.2']
  await run('npm', ['install', ...options, ...wanted], { cwd: join(folder, 'program') })
}, 120_000)
afterAll(() => rm(folder, { recursive: true }))

describe('the package of the client', () => {
  it('has the version and the exports of the project', async () => {
    const [ours, own] = await Promise.all([packageAt(project), packageAt(join(project, 'client'))])

    expect(own.version).toBe(ours.version)
    const paths = JSON.stringify(ours.exports).replaceAll('./client/', './')
    expect(own.exports).toEqual(JSON.parse(paths))
  })

  it('has what it needs and nothing else', () => {
    const files = packed.files.map(({ path }) => path).toSorted()

    expect(files).toEqual(['LICENSE', 'README.md', 'openai.d.mts', 'openai.mjs', 'package.json'])
  })

  it('has the license of the project', async () => {
    const license = await readFile(join(project, 'LICENSE'), 'utf8')

    expect(await readFile(join(project, 'client/LICENSE'), 'utf8')).toBe(license)
  })

  it('has no fault that a linter of packages finds', async () => {
    const pkgDir = join(folder, 'program/node_modules/open-code-interpreter')

    const { messages } = await publint({ pkgDir, pack: false, strict: true })

    expect(messages).toEqual([])
  })

  it.for(resolutions)(
    'has types that are found with $moduleResolution',
    { timeout: 60_000 },
    async (resolution) => {
      const name = `use-${resolution.moduleResolution}`
      await writeFile(join(folder, 'program', `${name}.mts`), program)
      const strict = { ...resolution, target: 'es2023', strict: true, noEmit: true }
      const configuration = {
        compilerOptions: { ...strict, types: ['node'], skipLibCheck: false },
        files: [`${name}.mts`],
      }
      const file = join(folder, 'program', `${name}.json`)
      await writeFile(file, JSON.stringify(configuration))

      const tsc = join(project, 'node_modules/.bin/tsc')
      const printed = await run(tsc, ['-p', file]).then(
        ({ stdout }) => stdout,
        (error: unknown) => z.object({ stdout: z.string() }).parse(error).stdout,
      )

      expect(printed).toBe('')
    },
  )

  it('runs where it is installed', async () => {
    const code = `
      import { addExecutedTools } from 'open-code-interpreter/openai'
      const tools = addExecutedTools([], [{ index: 0, type: 'code_interpreter', stdout: '4' }])
      console.log(addExecutedTools(tools, [{ index: 0, stdout: '2' }])[0].stdout)`

    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], {
      cwd: join(folder, 'program'),
    })

    expect(stdout).toBe('42\n')
  })
})
