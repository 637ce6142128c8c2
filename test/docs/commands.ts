import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { experimental_getWranglerCommands as wranglerCommands } from 'wrangler'
import * as z from 'zod'
import { project, readPage } from './code-blocks.ts'
import type { Call } from './shell.ts'

const Package = z.looseObject({ scripts: z.record(z.string(), z.string()) })
const { scripts } = Package.parse(JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')))

/** What is wrong with a call that was not made; null when it could be made as it stands. */
export function objection({ words, variables }: Call): string | null {
  const [program = '', ...args] = words
  switch (program) {
    case 'npm':
      return ofNpm(args) ?? ofVariables(variables)
    case 'npx':
      return ofNpx(args)
    case 'node':
      return ofFile(args[0] ?? '')
    case 'git':
      return oneOf(['clone', 'pull'], args[0])
    case 'pip':
      return oneOf(['download', 'wheel'], args[0])
    case 'wheel':
      return oneOf(['tags'], args[0])
    case 'docker':
      return ofDocker(args)
    case 'claude':
      return ofMcp(args, ['--transport', '--header'])
    case 'codex':
      return ofMcp(args, ['--url', '--bearer-token-env-var'])
    default:
      return UNKNOWN
  }
}

/** Both add a server to their settings in the same words, and take these flags for it. */
function ofMcp([command, verb, ...args]: string[], known: string[]): string | null {
  const unknown = flagsOf(args).find((flag) => !known.includes(flag))
  if (unknown !== undefined) return `it has no flag ${unknown}`
  const hasAddress = args.some((word) => URL.canParse(word) && word.endsWith('/mcp'))
  return command === 'mcp' && verb === 'add' && hasAddress ? null : UNKNOWN
}

function ofNpm([command = '', ...args]: string[]): string | null {
  if (['ci', 'install', 'version'].includes(command)) return null
  const script = command === 'run' ? (args[0] ?? '') : command
  if (scripts[script] === undefined) return `package.json has no script "${script}"`
  return script === 'example' ? ofFile(`examples/${args[1]}.ts`) : null
}

/** Of compose alone, with a profile that `compose.yaml` has. */
function ofDocker([command, ...args]: string[]): string | null {
  const at = args.indexOf('--profile')
  const [, profile = ''] = at < 0 ? [] : args.splice(at, 2)
  const compose = readFileSync(join(project, 'compose.yaml'), 'utf8')
  if (at >= 0 && !compose.includes(`profiles: [${profile}]`))
    return `there is no profile ${profile}`
  const flags = ['--build', '--detach', '--wait']
  const unknown = flagsOf(args).find((flag) => !flags.includes(flag))
  if (unknown !== undefined) return `nothing is known of ${unknown}`
  return command === 'compose' ? oneOf(['up', 'logs'], args[0]) : UNKNOWN
}

/** What is set for the server or its build is something that the pages tell of. */
function ofVariables(names: string[]): string | null {
  const documented = readPage('docs/configuration.md') + readPage('examples/README.md')
  const unknown = names.filter((name) => !documented.includes(`\`${name}\``))
  return unknown.length === 0 ? null : `no page tells of ${unknown.join(', ')}`
}

function ofNpx([tool = '', ...args]: string[]): string | null {
  switch (tool) {
    case 'wrangler':
      return ofWrangler(args)
    case 'vitest':
      return ofVitest(args)
    default:
      return ofFile(`node_modules/.bin/${tool}`)
  }
}

const globalFlags = Object.keys(wranglerCommands().globalFlags)

/** Each command is in wrangler's own list of commands, with each of the flags. */
function ofWrangler(args: string[]): string | null {
  let { registry: command } = wranglerCommands()
  const rest = [...args]
  for (;;) {
    const next = command.subtree.get(rest[0] ?? '')
    if (!next) break
    command = next
    rest.shift()
  }
  if (command.definition?.type !== 'command') return `wrangler has no command "${args.join(' ')}"`

  const { args: flags = {}, positionalArgs = [] } = command.definition
  const aliases = Object.values(flags).flatMap(({ alias }) => alias ?? [])
  const known = [...Object.keys(flags), ...aliases, ...globalFlags]
  const unknown = flagsOf(rest).find((flag) => !known.includes(flag.replace(/^-+/, '')))
  const required = positionalArgs.filter((name) => flags[name]?.demandOption === true)
  if (unknown !== undefined) return `wrangler has no flag ${unknown} there`
  return rest.length < required.length ? `wrangler asks for ${required.join(', ')}` : null
}

function ofVitest([command, ...args]: string[]): string | null {
  const configuration = readFileSync(join(project, 'vitest.config.ts'), 'utf8')
  const name = args[args.indexOf('--project') + 1] ?? ''
  const files = args.filter((word) => word.startsWith('test/'))
  if (command !== 'run') return 'vitest would not end'
  if (args.includes('--project') && !configuration.includes(`name: '${name}'`)) {
    return `vitest.config.ts has no project "${name}"`
  }
  return files.map(ofFile).find((problem) => problem !== null) ?? null
}

function flagsOf(args: string[]): string[] {
  return args.filter((word) => word.startsWith('-')).map((word) => word.replace(/=.*/, ''))
}

function ofFile(path: string): string | null {
  return existsSync(join(project, path)) ? null : `there is no ${path}`
}

function oneOf(known: string[], command = ''): string | null {
  return known.includes(command) ? null : UNKNOWN
}

const UNKNOWN = 'nothing is known of it: say in test/docs/commands.ts what is right'
