import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runTool, toolStep, type Step } from './steps.ts'

const ruffVersion = '0.17.6'
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
]

async function checkPython(): Promise<void> {
  const ruff = await installRuff()
  const config = ['--config', 'python-runtime/ruff.toml']
  await runTool(ruff, 'check', ...config, ...pythonFiles)
  await runTool(ruff, 'format', '--check', ...config, ...pythonFiles)
}

/** Ruff is a package of Python's index; it is kept beside the image's other downloads. */
async function installRuff(): Promise<string> {
  const folder = join(import.meta.dirname, `../python-runtime/.cache/ruff-${ruffVersion}`)
  const ruff = join(folder, 'bin/ruff')
  if (!existsSync(ruff)) {
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check']
    await runTool('python3', ...pip, '--no-deps', '--target', folder, `ruff==${ruffVersion}`)
  }
  return ruff
}
