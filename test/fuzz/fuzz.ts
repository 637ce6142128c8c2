import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startServer } from '../../scripts/serve.ts'
import { runTool } from '../../scripts/steps.ts'
import { pythonWith } from '../support/python-with.ts'

// `node test/fuzz/fuzz.ts [--examples 1000] [--seed 1]`: Schemathesis asks a real server what its /openapi.json
// allows, and what it forbids, so many times of each operation. Each answer must be one that the document has, in
// time, no server's error, and without a word of the inside (`checks.py`).
const { values } = parseArgs({
  options: {
    examples: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
})

/** Not held: what a schema allows may be refused for what no schema can tell, such as a file that is not there. */
const unheld = ['positive_data_acceptance']

process.env['SCHEMATHESIS_HOOKS'] = join(import.meta.dirname, 'checks.py')
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
  '--checks=all',
  `--exclude-checks=${unheld.join(',')}`,
  '--phases=examples,coverage,fuzzing,stateful',
  '--request-timeout=60',
  '--generation-database=none',
)
