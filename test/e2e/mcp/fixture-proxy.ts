import { createServer, request, type IncomingMessage } from 'node:http'
import * as z from 'zod'

/** What the tools of the suite are to do, as programs. */
const PROGRAMS: Record<string, string> = {
  test_simple_text: 'print("This is a simple text response for testing.")',
  test_image_content: 'import matplotlib.pyplot as plt\nplt.plot([1, 4, 9])',
  test_error_handling: 'raise ValueError("This tool intentionally returns an error for testing")',
  test_tool_with_progress:
    'import time\nfor step in range(3): print(step, flush=True); time.sleep(0.1)',
}

const Call = z.looseObject({
  method: z.literal('tools/call'),
  params: z.looseObject({ name: z.string() }),
})

/** A way to a server on which the tools of the suite are runs of `run_python`, and all else is as it is. */
export async function startFixtureProxy(serverUrl: string) {
  const { hostname, port } = new URL(serverUrl)
  const proxy = createServer((incoming, outgoing) => {
    void bodyOf(incoming).then(({ body, headers }) => {
      const { method, url: path } = incoming
      const onward = request({ hostname, port, path, method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(outgoing)
      })
      onward.on('error', () => outgoing.destroy())
      outgoing.on('close', () => onward.destroy())
      onward.end(body)
    })
  })
  await new Promise<void>((resolve) => {
    proxy.listen(0, '127.0.0.1', resolve)
  })
  const address = AddressInfo.parse(proxy.address())
  return {
    url: `http://localhost:${address.port}`,
    async [Symbol.asyncDispose]() {
      proxy.closeAllConnections()
      await new Promise((resolve) => {
        proxy.close(resolve)
      })
    },
  }
}

async function bodyOf(incoming: IncomingMessage) {
  const pieces: Buffer[] = []
  for await (const piece of incoming) pieces.push(Buffer.from(piece))
  const body = Buffer.concat(pieces)
  const call = Call.safeParse(parse(body.toString()))
  const code = call.data && PROGRAMS[call.data.params.name]
  if (!call.data || code === undefined) return { body, headers: incoming.headers }

  const { params, ...message } = call.data
  const changed = { ...message, params: { ...params, name: 'run_python', arguments: { code } } }
  const written = Buffer.from(JSON.stringify(changed))
  const named = incoming.headers['mcp-name'] === undefined ? {} : { 'mcp-name': 'run_python' }
  const headers = { ...incoming.headers, ...named, 'content-length': written.length }
  return { body: written, headers }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const AddressInfo = z.object({ port: z.int() })
