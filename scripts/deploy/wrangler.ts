import { spawn } from 'node:child_process'
import { ask, codeOf, surroundings, type Answer } from '../steps.ts'

/** Cloudflare's command line, which finds the account and the login by itself. */
export interface Wrangler {
  /** Runs a command with nobody to ask; `input` is what it reads. */
  ask(args: readonly string[], input?: string): Promise<Answer>
  /** Runs a command for the user to see and to answer. Tells whether it succeeded. */
  show(args: readonly string[]): Promise<boolean>
}

/** The one that is installed with the project. */
export const wrangler: Wrangler = {
  ask: (args, input) => ask('wrangler', args, input),
  show: async (args) =>
    (await codeOf(spawn('wrangler', args, { ...surroundings(), stdio: 'inherit' }))) === 0,
}

/** What wrangler says went wrong, in one line. */
export function reasonOf({ output, errors, code }: Answer): string {
  const [, error = errors || output] = errors.split('[ERROR]')
  const [reason = ''] = error.split('If you think this is a bug')
  return reason.replaceAll(/\s+/g, ' ').trim() || `wrangler ended with code ${code}`
}
