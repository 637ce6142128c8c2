import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import OpenAI from 'openai'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { complaintOf } from '../../scripts/server/health.ts'
import { buildWorkerd } from '../../scripts/workerd/build.ts'
import { sha256 } from '../../src/auth/digest.ts'

const key = 'a-key-for-tests'
const Execution = z.object({
  stdout: z.string(),
  error: z.object({ type: z.string(), message: z.string() }).nullable(),
  results: z.array(z.object({ file: z.object({ name: z.string(), url: z.string() }).optional() })),
})

let folder: string
let variables: Record<string, string>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workerd-'))
  await buildWorkerd(folder, ['ANTHROPIC_API_KEY'])
  await mkdir(join(folder, 'files'))
  variables = { AUTH: 'keys', API_KEYS: await sha256(key), FILE_URL_SECRET: 'one for all of them' }
}, 120_000)
afterAll(() => rm(folder, { recursive: true }))

describe('workerd by itself', () => {
  let one: Started
  let another: Started
  beforeAll(async () => {
    one = await startWorkerd(folder, variables)
    another = await startWorkerd(folder, variables)
  })
  afterAll(async () => {
    await Promise.all([one.stop(), another.stop()])
  })

  it('runs Python, and the next server has the files of it', async () => {
    const code = "open('a.txt', 'w').write('from one to another')\nprint(6 * 7)"

    const { stdout, results } = await execute(one, code)

    expect(stdout).toBe('42\n')
    const url = new URL(results[0]?.file?.url ?? '')
    const content = await fetch(`${another.url}${url.pathname}${url.search}`)
    expect(await content.text()).toBe('from one to another')
  })

  it("takes uploads of OpenAI's SDK, and gives parts of them", async () => {
    const client = new OpenAI({ baseURL: `${one.url}/v1`, apiKey: key })
    const large = new Uint8Array(6 * 1024 * 1024).fill(7)

    const { id, bytes } = await client.files.create({
      file: new File([large], 'large.bin'),
      purpose: 'user_data',
    })
    const part = await fetch(`${another.url}/v1/files/${id}/content`, {
      headers: { authorization: `Bearer ${key}`, range: 'bytes=0-9' },
    })

    expect(bytes).toBe(large.length)
    expect(part.status).toBe(206)
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(large.slice(0, 10))
    await client.files.delete(id)
    expect(await filesIn(folder)).not.toContain(id)
  })

  it('keeps containers and conversations for the next server', async () => {
    const [here, there] = [one, another].map(
      ({ url }) => new OpenAI({ baseURL: `${url}/v1`, apiKey: key, maxRetries: 0 }),
    )
    if (!here || !there) throw new Error('There are two servers.')
    const before = await filesIn(folder)
    const container = await here.containers.create({ name: 'a' })
    const file = await here.containers.files.create(container.id, {
      file: new File(['kept'], 'a.txt'),
    })
    const conversation = await here.conversations.create({ items: [] })
    await here.conversations.items.create(conversation.id, {
      items: [{ role: 'user', content: 'Hello.' }],
    })

    const content = await there.containers.files.content.retrieve(file.id, {
      container_id: container.id,
    })
    const { data } = await there.conversations.items.list(conversation.id)

    expect(await content.text()).toBe('kept')
    expect(data).toMatchObject([{ content: [{ type: 'input_text', text: 'Hello.' }] }])
    await there.containers.delete(container.id)
    await there.conversations.delete(conversation.id)
    expect(await filesIn(folder)).toEqual(before)
  })

  it('keeps nothing of an upload that is too large', async () => {
    const client = new OpenAI({ baseURL: `${one.url}/v1`, apiKey: key, maxRetries: 0 })
    const before = await filesIn(folder)

    const upload = client.files.create({
      file: new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'too-large.bin'),
      purpose: 'user_data',
    })

    await expect(upload).rejects.toMatchObject({ status: 413 })
    await expect.poll(() => filesIn(folder)).toEqual(before)
  })

  it('serves the playground', async () => {
    const response = await fetch(one.url)

    expect(await response.text()).toContain('<!doctype html>')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('lets nobody in without a key', async () => {
    expect((await fetch(`${one.url}/v1/models`)).status).toBe(401)
  })
})

describe('workerd by itself, not configured', () => {
  it('refuses to sign links with a secret that the next server does not have', async () => {
    const { FILE_URL_SECRET: _, ...incomplete } = variables

    const server = await startWorkerd(folder, incomplete)

    expect((await fetch(`${server.url}/healthz`)).status).toBe(503)
    expect(server.output).toContain('FILE_URL_SECRET')
    await server.stop()
  })
})

describe('a server whose sandboxes cannot start', () => {
  it('says so to the client, and to the log why', async () => {
    const broken = await mkdtemp(join(tmpdir(), 'workerd-'))
    await cp(folder, broken, { recursive: true })
    const [guest = ''] = (await readdir(broken)).filter((name) => name.endsWith('guest.js.txt'))
    await writeFile(join(broken, guest), "throw new Error('no guest today')")
    const server = await startWorkerd(broken, variables)

    const { error } = await execute(server, 'print(1)')

    expect(error).toMatchObject({
      type: 'sandbox_unavailable',
      message: 'the sandbox broke (Error)',
    })
    const [line = ''] = server.output.split('\n').filter((text) => text.includes('"level":"error"'))
    expect(JSON.parse(line)).toMatchObject({
      where: 'sandbox',
      message: expect.stringContaining('no guest today'),
    })
    await server.stop()
    await rm(broken, { recursive: true })
  })
})

it('the configuration takes all variables from the environment, and keeps what is compiled', async () => {
  const text = await readFile(join(folder, 'config.capnp'), 'utf8')

  expect(text).toContain('v8Flags = ["--no-flush-liftoff-code", "--gc-global"')
  expect(text).toContain('(name = "SEARXNG_URL", fromEnvironment = "SEARXNG_URL")')
  expect(text).toContain('(name = "ANTHROPIC_API_KEY", fromEnvironment = "ANTHROPIC_API_KEY")')
})

interface Started {
  url: string
  output: string
  stop: () => Promise<void>
}

async function startWorkerd(at: string, env: Record<string, string>): Promise<Started> {
  const port = await freePort()
  const args = ['--directory-path=files=files', `--socket-addr=http=127.0.0.1:${port}`]
  const child: ChildProcess = spawn(
    join(at, 'workerd'),
    ['serve', '--experimental', 'config.capnp', ...args],
    { cwd: at, env },
  )
  const ended = once(child, 'close')
  const started: Started = {
    url: `http://127.0.0.1:${port}`,
    output: '',
    async stop() {
      child.kill('SIGKILL')
      await ended
    },
  }
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (bytes: Buffer) => (started.output += bytes.toString()))
  }
  while ((await complaintOf(started.url, 10_000))?.kind === 'absent') {
    if (child.exitCode !== null) throw new Error(started.output)
    await sleep(100)
  }
  return started
}

async function execute({ url }: Started, code: string): Promise<z.infer<typeof Execution>> {
  const response = await fetch(`${url}/v1/executions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  return Execution.parse(await response.json())
}

async function filesIn(at: string): Promise<string[]> {
  const entries = await readdir(join(at, 'files'), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  listener.close()
  await once(listener, 'close')
  if (address === null || typeof address === 'string') throw new Error('Not listening.')
  return address.port
}
