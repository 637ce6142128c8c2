// What the TypeScript SDK of the first generation makes of the server, as JSON on stdout.
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'

const [url, calls] = [process.argv[2], JSON.parse(process.argv[3])]
const client = new Client({ name: 'test', version: '1' })
const headers = process.env.KEY ? { authorization: `Bearer ${process.env.KEY}` } : {}
const transport = new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } })
await client.connect(transport)

const { tools } = await client.listTools()
const progress = []
const results = []
for (const args of calls) {
  results.push(
    await client.callTool({ name: 'run_python', arguments: args }, undefined, {
      onprogress: ({ message }) => progress.push(message ?? ''),
      resetTimeoutOnProgress: true,
    }),
  )
}
const unknown = await client.callTool({ name: 'run_ruby', arguments: {} }).catch(({ code }) => code)
const version = transport.protocolVersion
await client.close()
process.stdout.write(
  JSON.stringify({ version, tools, results, progress: progress.join(''), unknown }),
)
