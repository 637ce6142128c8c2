import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type Process, processesBelow } from './processes.ts'

/** `node serve.mjs` of a folder, with nothing in its environment but what is given. */
export class StartedPool implements AsyncDisposable {
  output = ''
  url = ''
  readonly exitCode: Promise<unknown>
  readonly #child: ChildProcess

  private constructor(folder: string, env: Record<string, string>) {
    this.#child = spawn(process.execPath, [join(folder, 'serve.mjs')], {
      env: { PORT: '0', ...env },
    })
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (bytes: Buffer) => (this.output += bytes.toString()))
    }
    this.exitCode = once(this.#child, 'close').then(([code]) => code)
  }

  /** Waits until all of its servers take requests. */
  static async start(folder: string, env: Record<string, string>): Promise<StartedPool> {
    const pool = new StartedPool(folder, env)
    const [, address = ''] = await pool.says(/^server: \d+ workerd behind (\S+)$/m)
    pool.url = address.replace('0.0.0.0', '127.0.0.1')
    await pool.says(/^server: ready$/m)
    return pool
  }

  /** One that is not expected to serve. */
  static fail(folder: string, env: Record<string, string>): StartedPool {
    return new StartedPool(folder, env)
  }

  async says(pattern: RegExp): Promise<RegExpExecArray> {
    const ended = this.exitCode.then(() => 'ended')
    for (;;) {
      const found = pattern.exec(this.output)
      if (found) return found
      const more = once(this.#child.stdout ?? this.#child, 'data')
      if ((await Promise.race([ended, more])) === 'ended') throw new Error(this.output)
    }
  }

  get processes(): Process[] {
    return this.#child.pid === undefined ? [] : processesBelow(this.#child.pid)
  }

  end(signal: NodeJS.Signals = 'SIGTERM'): Promise<unknown> {
    this.#child.kill(signal)
    return this.exitCode
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.end()
  }
}
