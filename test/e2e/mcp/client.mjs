// What the TypeScript client of the second generation makes of the server, as JSON on stdout.
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'

const [url, calls, mode] = [process.argv[2], JSON.parse(process.argv[3]), process.argv[4]]
const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })
const headers = process.env.KEY ? { authorization: `Bearer ${process.env.KEY}` } : {}
await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }))

const { tools } = await client.listTools()
const progress = []
const results = []
for (const args of calls) {
  results.push(
    await client.callTool(
      { name: 'run_python', arguments: args },
      { onprogress: ({ message }) => progress.push(message ?? ''), resetTimeoutOnProgress: true },
    ),
  )
}
const unknown = await client.callTool({ name: 'run_ruby', arguments: {} }).catch(({ code }) => code)
const version = client.getNegotiatedProtocolVersion()
await client.close()
process.stdout.write(
  JSON.stringify({ version, tools, results, progress: progress.join(''), unknown }),
)
