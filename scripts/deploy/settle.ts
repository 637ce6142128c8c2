import { newKey } from '../new-key.ts'
import type { Finding } from './findings.ts'
import type { Settings } from './settings.ts'
import type { Terminal } from './terminal.ts'
import { reasonOf, type Wrangler } from './wrangler.ts'

export interface Settling {
  terminal: Terminal
  wrangler: Wrangler
  /** Keeps the value of a variable that is not secret. */
  keep: (name: string, value: string) => Promise<void>
}

/**
 * Asks for one missing setting and stores what is answered. The settings as they are then, or null when nothing
 * was answered.
 */
export async function settle(
  finding: Finding,
  settings: Settings,
  settling: Settling,
): Promise<Settings | null> {
  if (finding.kind !== 'fault' || finding.setting === undefined) return null
  switch (finding.setting) {
    case 'AUTH':
      return chooseAccess(settings, settling)
    case 'API_KEYS':
      return makeKey(settings, settling)
    default:
      return storeSecret(finding.setting, settings, settling)
  }
}

async function chooseAccess(
  { values, stored }: Settings,
  { terminal, keep }: Settling,
): Promise<Settings | null> {
  const mode = await terminal.ask('Who may use the server: `keys` or `passthrough`?')
  if (mode !== 'keys' && mode !== 'passthrough') return null
  await keep('AUTH', mode)
  return { values: new Map([...values, ['AUTH', mode]]), stored }
}

async function makeKey(
  settings: Settings,
  { terminal, wrangler }: Settling,
): Promise<Settings | null> {
  if (!(await agrees(terminal, 'Make a key, and store its hash as API_KEYS?'))) return null
  const { key, hash } = await newKey()
  const answer = await wrangler.ask(['secret', 'put', 'API_KEYS'], hash)
  if (answer.code !== 0) throw new Error(`API_KEYS could not be stored: ${reasonOf(answer)}`)
  terminal.say(`\n  ${key}\n\nKeep it where you keep passwords: it is shown only now.`)
  return withStored(settings, 'API_KEYS')
}

/** Wrangler itself asks for the value, and does not show it. */
async function storeSecret(
  name: string,
  settings: Settings,
  { terminal, wrangler }: Settling,
): Promise<Settings | null> {
  if (!(await agrees(terminal, `Store ${name} now?`))) return null
  if (!(await wrangler.show(['secret', 'put', name]))) return null
  return withStored(settings, name)
}

/** Whether the user wants it; nobody does where there is nobody to ask. */
async function agrees(terminal: Terminal, question: string): Promise<boolean> {
  const answer = await terminal.ask(`${question} [Y/n]`)
  return answer !== null && isYes(answer)
}

export function isYes(answer: string): boolean {
  return /^(y|yes|)$/i.test(answer)
}

function withStored({ values, stored }: Settings, name: string): Settings {
  return { values, stored: new Set([...stored, name]) }
}
