import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type Server } from '../../scripts/serve.ts'
import { nodeWith } from '../support/node-with.ts'
import { pythonWith } from '../support/python-with.ts'
import { NODE_CLIENTS, PYTHON_CLIENTS } from './mcp/clients.ts'

const run = promisify(execFile)
const scripts = join(import.meta.dirname, 'mcp')
const KEY = 'the-right-key'

let python = ''
let folder = ''
let server: Server
beforeAll(async () => {
  const vars = { AUTH: 'keys', API_KEYS: createHash('sha256').update(KEY).digest('hex') }
  ;[python, folder, server] = await Promise.all([
    pythonWith(...PYTHON_CLIENTS),
    nodeWith(...NODE_CLIENTS),
    startServer({ vars }),
  ])
}, 600_000)
afterAll(() => server.stop())

async function inNode(script: string, key: string, ...args: string[]) {
  await copyFile(join(scripts, script), join(folder, script))
  const env = { ...process.env, KEY: key }
  return run(process.execPath, [join(folder, script), `${server.url}/mcp`, '[]', ...args], { env })
}

async function inPython(key: string, mode: string) {
  const args = [join(scripts, 'clients.py'), 'fastmcp', `${server.url}/mcp`, '[]', mode]
  return run(python, args, { env: { ...process.env, KEY: key } })
}

const clients = [
  { name: 'the TypeScript SDK', ask: (key: string) => inNode('sdk.mjs', key) },
  {
    name: 'the TypeScript client, with a handshake',
    ask: (key: string) => inNode('client.mjs', key, 'legacy'),
  },
  {
    name: 'the TypeScript client, without one',
    ask: (key: string) => inNode('client.mjs', key, 'auto'),
  },
  { name: 'FastMCP, with a handshake', ask: (key: string) => inPython(key, 'legacy') },
  { name: 'FastMCP, without one', ask: (key: string) => inPython(key, 'auto') },
]

describe.for(clients)('a server with keys, asked by $name', ({ ask }) => {
  it('answers to a key', async () => {
    const { stdout } = await ask(KEY)

    expect(JSON.parse(stdout)).toMatchObject({ tools: [{ name: 'run_python' }] })
  })

  it('is an error that says why to an unknown key, and no login', async () => {
    await expect(ask('nobody')).rejects.toMatchObject({
      stderr: expect.stringContaining('The API key is not one of this server.'),
    })
  })
})
