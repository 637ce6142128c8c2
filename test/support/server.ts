import type { TestProject } from 'vitest/node'
import { startServer } from '../../scripts/serve.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server that the tests of the project `server` share: open to all, with the demo model behind it. */
    serverUrl: string
  }
}

export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await startServer({ log: (line) => process.stderr.write(`${line}\n`) })
  provide('serverUrl', server.url)
  return () => server.stop()
}
