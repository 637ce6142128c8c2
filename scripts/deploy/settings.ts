import { readFile } from 'node:fs/promises'
import { parseArgs, parseEnv } from 'node:util'
import * as z from 'zod'

/** What the user asks for on the command line. */
export interface Options {
  dryRun: boolean
  /** Variables as `NAME:VALUE`. */
  vars: readonly string[]
  secretsFile: string | null
}

/** What the deployed Worker finds in its environment. */
export interface Settings {
  /** Those whose value is known here. */
  values: ReadonlyMap<string, string>
  /** The names of those that are secrets at Cloudflare, which tells their value to nobody. */
  stored: ReadonlySet<string>
}

/** @throws TypeError for an argument that there is not */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'dry-run': { type: 'boolean', default: false },
      var: { type: 'string', multiple: true, default: [] },
      'secrets-file': { type: 'string' },
    },
  })
  const secretsFile = values['secrets-file'] ?? null
  return { dryRun: values['dry-run'], vars: values.var, secretsFile }
}

/** The options as wrangler reads them. */
export function argumentsFor({ vars, secretsFile }: Options): string[] {
  const file = secretsFile === null ? [] : ['--secrets-file', secretsFile]
  return [...vars.flatMap((pair) => ['--var', pair]), ...file]
}

/** Values of `[vars]`, and those that win over them. A value of nothing is none. */
export async function readSettings(
  vars: Record<string, unknown>,
  options: Options,
  stored: readonly string[],
): Promise<Settings> {
  const given = options.vars.map((pair): [string, string] => {
    const [name = '', ...value] = pair.split(':')
    return [name, value.join(':')]
  })
  const secrets = options.secretsFile === null ? {} : await readSecrets(options.secretsFile)
  const all = [...Object.entries(vars), ...given, ...Object.entries(secrets)]
  const texts = all.flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  )
  return { values: new Map(texts), stored: new Set(stored) }
}

export function isSet({ values, stored }: Settings, name: string): boolean {
  return values.has(name) || stored.has(name)
}

/** In one of the two forms that `wrangler deploy --secrets-file` takes. */
async function readSecrets(path: string): Promise<Record<string, unknown>> {
  const text = await readFile(path, 'utf8')
  return text.trimStart().startsWith('{')
    ? z.record(z.string(), z.unknown()).parse(JSON.parse(text))
    : parseEnv(text)
}
