import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const bootstrap = join(import.meta.dirname, '../../scripts/bootstrap.mjs')
const lock = lockOf({
  fflate: { version: '1.0.0' },
  fsevents: { version: '1.0.0', optional: true },
})

/** The Node that a newcomer's npm runs with, and so the bootstrap: the first one that the project has not installed. */
const machineNode = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .map((folder) => join(folder, 'node'))
  .find((program) => existsSync(program))

let project: string

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'bootstrap-'))
  await mkdir(join(project, 'scripts'))
  await mkdir(join(project, 'tools'))
  await copyFile(bootstrap, join(project, 'scripts/bootstrap.mjs'))
  await writeFile(join(project, 'package-lock.json'), lock)
  await fakeNpm()
})
afterEach(() => rm(project, { recursive: true }))

describe('the bootstrap', () => {
  it('installs when nothing is installed, and runs the script with its arguments', async () => {
    await script('console.log(process.argv.slice(2).join())')

    const { output, code } = await boot('a', 'b')

    expect(output).toBe('packages: install\nnpm ci\na,b\n')
    expect(code).toBe(0)
  })

  it('installs nothing when all is there', async () => {
    await installed(lock)
    await script('console.log("ran")')

    expect(await boot()).toMatchObject({ output: 'ran\n' })
  })

  it('does not miss an optional package of another platform', async () => {
    await installed(lockOf({ fflate: { version: '1.0.0' } }))
    await script('console.log("ran")')

    expect(await boot()).toMatchObject({ output: 'ran\n' })
  })

  it('installs again when the lockfile names another version', async () => {
    await installed(lockOf({ fflate: { version: '0.9.0' } }))
    await script('console.log("ran")')

    expect(await boot()).toMatchObject({ output: 'packages: install\nnpm ci\nran\n' })
  })

  it('stops with the reason when npm fails', async () => {
    await fakeNpm('exit 3')
    await script('console.log("ran")')

    const { output, errors, code } = await boot()

    expect(output).toBe('packages: install\n')
    expect(errors).toContain('The packages could not be installed')
    expect(code).toBe(1)
  })

  it('runs the Node of the project, on whatever Node it is run itself', async ({ annotate }) => {
    await annotate(
      execFileSync(machineNode ?? process.execPath, ['--version'], { encoding: 'utf8' }),
    )
    await installed(lock)
    await script('console.log(process.execPath)')

    const { output } = await boot()

    // The link in the project is followed to the Node that runs this test.
    expect(output.trim()).toBe(process.execPath)
  })

  it("ends with the script's code", async () => {
    await installed(lock)
    await script('process.exit(7)')

    expect(await boot()).toMatchObject({ code: 7 })
  })

  it('hands signals to the script and waits for it', async () => {
    await installed(lock)
    await script(
      'process.on("SIGTERM", () => { console.log("bye"); process.exit(0) }); console.log("up"); setInterval(() => {}, 1000)',
    )

    const child = start()
    const result = outcome(child)
    await once(child.stdout ?? child, 'data')
    child.kill('SIGTERM')

    expect(await result).toMatchObject({ output: 'up\nbye\n', code: 0 })
  })
})

function lockOf(packages: Record<string, object>): string {
  const entries = Object.entries(packages).map(([name, entry]) => [`node_modules/${name}`, entry])
  return JSON.stringify({ packages: { '': {}, ...Object.fromEntries(entries) } })
}

/** In place of npm: installs by copying the lockfile, as far as the bootstrap looks. */
async function fakeNpm(last = 'exit 0'): Promise<void> {
  const npm = join(project, 'tools/npm')
  const install = [
    'mkdir -p node_modules/node/bin',
    'cp package-lock.json node_modules/.package-lock.json',
    `ln -s '${process.execPath}' node_modules/node/bin/node 2>/dev/null`,
    'echo "npm $1"',
  ]
  const lines = last === 'exit 0' ? [...install, last] : [last]
  await writeFile(npm, `#!/bin/sh\n${lines.join('\n')}\n`)
  await chmod(npm, 0o755)
}

async function installed(record: string): Promise<void> {
  await mkdir(join(project, 'node_modules/node/bin'), { recursive: true })
  await writeFile(join(project, 'node_modules/.package-lock.json'), record)
  await symlink(process.execPath, join(project, 'node_modules/node/bin/node'))
}

async function script(code: string): Promise<void> {
  await writeFile(join(project, 'script.mjs'), code)
}

function start(...args: string[]): ChildProcess {
  const path = [join(project, 'tools'), process.env['PATH']].join(delimiter)
  const file = join(project, 'scripts/bootstrap.mjs')
  return spawn(machineNode ?? process.execPath, [file, 'script.mjs', ...args], {
    env: { ...process.env, PATH: path, npm_lifecycle_event: undefined },
  })
}

function boot(...args: string[]) {
  return outcome(start(...args))
}

async function outcome(child: ChildProcess) {
  let output = ''
  let errors = ''
  child.stdout?.on('data', (bytes: Buffer) => (output += bytes.toString()))
  child.stderr?.on('data', (bytes: Buffer) => (errors += bytes.toString()))
  const [code] = await once(child, 'close')
  return { output, errors, code }
}

// The plain JavaScript must run where nothing newer than Node 20 is: its imports are Node's own.
describe('the file', () => {
  it('imports nothing but modules of Node', async () => {
    const source = await readFile(bootstrap, 'utf8')

    const modules = [...source.matchAll(/^import .* from '(.+)'$/gm)].map((match) => match[1])

    expect(modules.every((name) => name?.startsWith('node:'))).toBe(true)
    expect(modules.length).toBeGreaterThan(0)
  })
})
