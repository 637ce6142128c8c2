import { parseArgs } from 'node:util'
import { startServer } from '../../scripts/serve.ts'
import { runTool } from '../../scripts/steps.ts'
import { pythonWith } from '../support/python-with.ts'

// `node test/fuzz/fuzz.ts [--examples 1000] [--seed 1]`: Schemathesis asks a real server what its /openapi.json
// allows, and what it forbids, so many times of each operation. No answer may be a server's error, and each must have
// a status and a type that the document has for it.
const { values } = parseArgs({
  options: {
    examples: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
})
const checks = ['not_a_server_error', 'status_code_conformance', 'content_type_conformance'].join(
  ',',
)

const python = await pythonWith('schemathesis==4.32.5')
await using server = await startServer({ log: () => {} })
await runTool(
  python,
  '-m',
  'schemathesis.cli',
  'run',
  `${server.url}/openapi.json`,
  `--max-examples=${values.examples}`,
  `--seed=${values.seed}`,
  `--checks=${checks}`,
  '--phases=examples,coverage,fuzzing',
  '--request-timeout=60',
)
