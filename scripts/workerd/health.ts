import { complaintOf } from '../server/health.ts'
import { readSettings } from './settings.ts'

// `node health.mjs`, with the environment of `serve.mjs`: ends with code 0 if the server is well.
const { PORT, HOST } = readSettings(process.env)
const every = ['localhost', '0.0.0.0', '::']
const host = every.includes(HOST) ? 'localhost' : HOST.includes(':') ? `[${HOST}]` : HOST
const complaint = await complaintOf(`http://${host}:${PORT}`, 5_000)
if (complaint) {
  process.stderr.write(`The server ${complaint.text}.\n`)
  process.exitCode = 1
}
