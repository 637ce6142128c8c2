import { spawn } from 'node:child_process'
import { once } from 'node:events'

interface Environment {
  [name: string]: string | undefined
}

/** Runs a process to its end and gives what it wrote to stdout; rejects when it fails. */
export async function output(
  command: string,
  args: readonly string[],
  environment: Environment = process.env,
): Promise<string> {
  const child = spawn(command, args, { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${command} ended with code ${code}.`)
  return text
}
