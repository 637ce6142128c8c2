import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { buffer } from 'node:stream/consumers'
import * as z from 'zod'

const account = { id: 'a1', name: 'Analytical' }
const worker = '/workers/scripts/open-code-interpreter'
const noWorker = { code: 10007, message: 'workers.api.error.script_not_found' }
const noBucket = { code: 10006, message: 'The specified bucket does not exist.' }

const Named = z.object({ name: z.string() })
const Secret = z.object({ name: z.string(), text: z.string() })
const Rules = z.object({ rules: z.array(z.unknown()) })
const Metadata = z.object({
  bindings: z.array(z.looseObject({ name: z.string(), type: z.string() })),
})

type Reply = { result: unknown } | { error: { code: number; message: string } }

/**
 * As much of Cloudflare's API as the project's wrangler asks in order to deploy a Worker: an account that has neither
 * the Worker nor the bucket, and that remembers what it is sent.
 */
export class FakeCloudflare implements AsyncDisposable {
  readonly secrets = new Map<string, string>()
  readonly buckets = new Map<string, unknown[]>()
  /** What the last upload says of the Worker, and how large its modules are together. */
  upload: { metadata: z.infer<typeof Metadata>; bytes: number } | null = null
  /** What was asked and is not known here. */
  readonly unknown: string[] = []
  readonly #server: Server

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const reply = await this.#reply(request)
      const isFine = 'result' in reply
      response.writeHead(isFine ? 200 : 404, { 'content-type': 'application/json' })
      const result_info = { page: 1, per_page: 50, total_pages: 1, count: 1, total_count: 1 }
      const answer = isFine ? { ...reply, errors: [] } : { result: null, errors: [reply.error] }
      response.end(JSON.stringify({ success: isFine, messages: [], result_info, ...answer }))
    })
  }

  static async start(): Promise<FakeCloudflare> {
    const cloudflare = new FakeCloudflare()
    cloudflare.#server.listen(0, '127.0.0.1')
    await once(cloudflare.#server, 'listening')
    return cloudflare
  }

  /** What brings wrangler here. */
  get environment(): Record<string, string> {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('Not listening.')
    return {
      CLOUDFLARE_API_BASE_URL: `http://127.0.0.1:${address.port}/client/v4`,
      CLOUDFLARE_API_TOKEN: 'a-token',
      // Else wrangler looks for an account, and keeps the one it finds for its next runs.
      CLOUDFLARE_ACCOUNT_ID: account.id,
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.close()
    this.#server.closeAllConnections()
    await once(this.#server, 'close')
  }

  async #reply(request: IncomingMessage): Promise<Reply> {
    const { pathname } = new URL(request.url ?? '/', 'http://fake')
    const path = pathname.replace('/client/v4', '').replace(`/accounts/${account.id}`, '')
    const body = await buffer(request)
    const json = (): unknown => JSON.parse(body.toString())
    const command = `${request.method} ${path}`

    switch (command) {
      case 'GET /user/tokens/verify':
        return { result: { id: 't1', status: 'active' } }
      case 'GET /user':
        return { result: { id: 'u1', email: 'ada@example.com' } }
      case 'GET /accounts':
        return { result: [account] }
      case 'GET /memberships':
        return { result: [{ id: 'm1', account, roles: [] }] }
      case 'GET /workers/services/open-code-interpreter':
      case `GET ${worker}/deployments`:
      case `GET ${worker}/settings`:
        return { error: noWorker }
      case 'GET /workers/subdomain':
        return { result: { subdomain: 'ada' } }
      case 'GET /workers/workers/open-code-interpreter':
        return { result: { subdomain: { enabled: true, previews_enabled: false } } }
      case `POST ${worker}/subdomain`:
        return { result: { enabled: true, previews_enabled: false } }
      case `POST ${worker}/assets-upload-session`:
        return { result: { jwt: 'a.b.c', buckets: [] } }
      case `PUT ${worker}`:
        return this.#takeUpload(body, request.headers['content-type'] ?? '')
      case `GET ${worker}/secrets`:
        return this.secrets.size === 0
          ? { error: noWorker }
          : { result: [...this.secrets.keys()].map((name) => ({ name, type: 'secret_text' })) }
      case `PUT ${worker}/secrets`: {
        const { name, text } = Secret.parse(json())
        this.secrets.set(name, text)
        return { result: { name, type: 'secret_text' } }
      }
      case 'POST /r2/buckets':
        this.buckets.set(Named.parse(json()).name, [])
        return { result: {} }
    }

    const [, bucket = '', part] = /^\/r2\/buckets\/([^/]+)(\/lifecycle)?$/.exec(path) ?? []
    const rules = this.buckets.get(bucket)
    if (bucket === '') {
      this.unknown.push(command)
      return { result: {} }
    }
    if (!rules) return { error: noBucket }
    if (part && request.method === 'PUT') this.buckets.set(bucket, Rules.parse(json()).rules)
    return { result: part ? { rules } : { name: bucket } }
  }

  async #takeUpload(body: Buffer, type: string): Promise<Reply> {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData()
    const parts = [...form.values()]
    const bytes = parts.reduce((sum, part) => sum + (typeof part === 'string' ? 0 : part.size), 0)
    const metadata = form.get('metadata')
    if (typeof metadata !== 'string') throw new Error('An upload says what it is.')
    this.upload = { bytes, metadata: Metadata.parse(JSON.parse(metadata)) }
    return { result: { id: 'w1', deployment_id: '00000000000000000000000000000001' } }
  }
}
