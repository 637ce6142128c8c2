import { createInterface } from 'node:readline/promises'

/** Where the user reads and, if somebody sits there, writes. */
export interface Terminal {
  say: (line: string) => void
  /** The answer to a question, without blanks; null where there is nobody to ask. */
  ask(question: string): Promise<string | null>
}

export const terminal: Terminal = {
  say: (line) => void process.stdout.write(`${line}\n`),
  async ask(question) {
    if (!process.stdin.isTTY || !process.stdout.isTTY) return null
    const lines = createInterface({ input: process.stdin, output: process.stdout })
    try {
      return (await lines.question(`${question} `)).trim()
    } finally {
      lines.close()
    }
  },
}
