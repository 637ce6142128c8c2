import type { Wrangler } from '../../scripts/deploy/wrangler.ts'
import type { Answer } from '../../scripts/steps.ts'

const whoAmI = {
  loggedIn: true,
  authType: 'OAuth Token',
  email: 'ada@example.com',
  accounts: [{ id: 'a1', name: 'Analytical' }],
}
const rules = `Listing lifecycle rules for bucket 'files'...
name:     Default Multipart Abort Rule
enabled:  Yes
prefix:   (all prefixes)
action:   Abort incomplete multipart uploads after 7 days

name:     expired-files
enabled:  Yes
prefix:   files/
action:   Expire objects after 8 days
`

/** A command line that answers as Cloudflare's would for an account where all is in place. */
export class ScriptedWrangler implements Wrangler {
  /** Commands that were to change something. */
  readonly done: string[] = []
  readonly inputs: string[] = []
  readonly #answers = new Map<string, Answer>([
    ['whoami --json', said(JSON.stringify(whoAmI))],
    ['secret list --format json', said('[]')],
    ['r2 bucket lifecycle list files', said(rules)],
  ])

  answers(command: string, answer: Answer): this {
    this.#answers.set(command, answer)
    return this
  }

  stores(...names: string[]): this {
    const secrets = names.map((name) => ({ name, type: 'secret_text' }))
    return this.answers('secret list --format json', said(JSON.stringify(secrets)))
  }

  async ask(args: readonly string[], input = ''): Promise<Answer> {
    const command = args.join(' ')
    const answer = this.#answers.get(command)
    if (answer) return answer
    this.done.push(command)
    this.inputs.push(input)
    return said('')
  }

  async show(args: readonly string[]): Promise<boolean> {
    this.done.push(args.join(' '))
    return true
  }
}

export function said(output: string): Answer {
  return { code: 0, output, errors: '' }
}

export function failed(errors: string): Answer {
  return { code: 1, output: '', errors: `✘ [ERROR] ${errors}\n` }
}
