import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { project } from './code-blocks.ts'

const run = promisify(execFile)

/** One call of a program that has a stand-in. */
export interface Call {
  words: string[]
  /** The names of the variables that were set for it. */
  variables: string[]
}

/** What installs, builds, starts or deploys: its calls are noted and not made. */
const standIns = ['npm', 'npx', 'node', 'git', 'pip', 'wheel', 'docker', 'claude', 'codex']
/** What may do in a folder of its own whatever a page says. */
const tools = ['cat', 'cut', 'grep', 'openssl', 'sed', 'sh', 'sha256sum', 'tee']

/** Notes the words of a call and the names of its variables, and takes whatever is piped into it. */
const STAND_IN = `#!/bin/bash
printf '%s\\0' "$(compgen -e)" "\${0##*/}" "$@" $'\\x1e' >> "$CALLS"
[[ -p /dev/stdin ]] && while read -r; do :; done
exit 0
`
/** The pages leave out what makes curl fail, and what keeps it from waiting. */
const CURL = `#!/bin/bash
exec ${which('curl')} --silent --show-error --fail-with-body --max-time 60 "$@"
`

/**
 * Runs a script in an empty folder, where it finds nothing but a few harmless tools, the project's examples, and
 * stand-ins for the rest. Rejects when a command fails or is none of these.
 */
export async function runShell(
  script: string,
  { python, variables }: { python: string; variables: Record<string, string> },
): Promise<{ stdout: string; calls: Call[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'docs-'))
  try {
    const bin = join(folder, '.bin')
    await mkdir(bin)
    await Promise.all([
      ...standIns.map((name) => program(join(bin, name), STAND_IN)),
      program(join(bin, 'curl'), CURL),
      program(join(bin, 'python3'), `#!/bin/bash\nexec ${python} "$@"\n`),
      ...tools.map((name) => symlink(which(name), join(bin, name))),
      symlink(join(project, 'examples'), join(folder, 'examples')),
      writeFile(join(folder, '.calls'), ''),
    ])
    const environment = { PATH: bin, HOME: folder, CALLS: join(folder, '.calls'), ...variables }
    const options = { cwd: folder, env: environment, maxBuffer: 16 * 1024 * 1024 }
    const bash = run(which('bash'), ['-euo', 'pipefail', '-c', script], options)
    const { stdout } = await bash.catch(explain)
    return { stdout, calls: callsIn(await readFile(environment.CALLS, 'utf8'), environment) }
  } finally {
    await rm(folder, { recursive: true })
  }
}

function explain(cause: unknown): never {
  throw new Error('It failed; test/docs/shell.ts has the programs that pages may call.', { cause })
}

async function program(path: string, text: string): Promise<void> {
  await writeFile(path, text)
  await chmod(path, 0o755)
}

function which(name: string): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
  if (found === undefined) throw new Error(`The pages need ${name}, which is not on this machine.`)
  return found
}

/** Bash sets some variables itself. */
const OF_BASH = ['PWD', 'OLDPWD', 'SHLVL', '_']

function callsIn(notes: string, environment: object): Call[] {
  const usual = [...OF_BASH, ...Object.keys(environment)]
  return notes
    .split('\x1e\0')
    .slice(0, -1)
    .map((note) => {
      const [names = '', ...words] = note.split('\0').slice(0, -1)
      return { words, variables: names.split('\n').filter((name) => !usual.includes(name)) }
    })
}
