import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unstable_startWorker as startWorker } from 'wrangler'
import { publicWeb } from '../../scripts/server/public-web.ts'
import { workerdProgram } from '../../scripts/workerd/build.ts'
import { workerdConfiguration } from '../../scripts/workerd/configuration.ts'

/** A Worker that asks an address through the network that its path names. */
const probe = `
export default {
  async fetch(request, env) {
    const { pathname, searchParams } = new URL(request.url)
    const network = pathname === '/WEB' ? env.WEB : globalThis
    try {
      return await network.fetch(searchParams.get('url'))
    } catch {
      return new Response('not reached', { status: 502 })
    }
  },
}
`

const compatibilityDate = '2026-11-01'

interface Probe {
  url: string
  stop: () => Promise<unknown>
}

/** As `npm run build:workerd` configures it. */
async function onWorkerd(folder: string): Promise<Probe> {
  const options = { compatibilityDate, compatibilityFlags: [], variables: [] }
  await writeFile(
    join(folder, 'config.capnp'),
    workerdConfiguration({ modules: ['probe.js'], ...options }),
  )
  await Promise.all(['files', 'public'].map((name) => mkdir(join(folder, name))))
  const args = ['serve', '--experimental', 'config.capnp', '--directory-path=files=files']
  const control = ['--socket-addr=http=127.0.0.1:0', '--control-fd=3']
  const child = spawn(workerdProgram(), [...args, ...control], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  })
  const gone = once(child, 'close')
  const [said] = await once(child.stdio[3] ?? child, 'data')
  const { port } = JSON.parse(String(said).split('\n')[0] ?? '')
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      child.kill('SIGKILL')
      return gone
    },
  }
}

/** As `npm start` gives it to the Worker. */
async function onWrangler(folder: string): Promise<Probe> {
  const worker = await startWorker({
    name: 'probe',
    entrypoint: join(folder, 'probe.js'),
    compatibilityDate,
    bindings: { WEB: publicWeb },
    dev: { watch: false, inspector: false, logLevel: 'none', server: { port: 0 } },
  })
  return { url: String(await worker.url), stop: () => worker.dispose() }
}

describe.each([
  { platform: 'workerd', start: onWorkerd },
  { platform: 'npm start', start: onWrangler },
])('the network for what clients name, of $platform', ({ start }) => {
  let folder: string
  let inside: Server
  let port: number
  let running: Probe
  beforeAll(async () => {
    inside = createServer((_, response) => response.end('inside')).listen(0)
    await once(inside, 'listening')
    ;({ port } = addressOf(inside))
    folder = await mkdtemp(join(tmpdir(), 'probe-'))
    await writeFile(join(folder, 'probe.js'), probe)
    running = await start(folder)
  }, 120_000)
  afterAll(async () => {
    await running.stop()
    inside.close()
    await rm(folder, { recursive: true })
  })

  const ask = async (network: 'WEB' | 'other', host: string) => {
    const address = encodeURIComponent(`http://${host}:${port}/`)
    const response = await fetch(new URL(`/${network}?url=${address}`, running.url))
    return response.text()
  }

  it.for(['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]'])(
    'does not connect to a private address, whatever it is called: %s',
    async (host) => {
      expect(await ask('WEB', host)).toBe('not reached')
    },
  )

  it('is another than that of services', async () => {
    expect(await ask('other', '127.0.0.1')).toBe('inside')
  })
})

function addressOf(server: Server): AddressInfo {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('Not listening.')
  return address
}
