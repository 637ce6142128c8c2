import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { ensureBrowser } from './browser.ts'
import { checks } from './checks.ts'
import { deploymentSize, inMiB, judgeSize } from './deployment-size.ts'
import { ensureImage } from './image.ts'
import { exitCode, runSteps, say, type Step } from './steps.ts'

// `.ci/run`: everything that must hold before a change is taken.
const TestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
})

const scratch = await mkdtemp(join(tmpdir(), 'ci-'))
try {
  const steps: Step[] = [
    { name: 'image', run: () => ensureImage(say) },
    { name: 'browser', run: ensureBrowser },
    ...checks,
    { name: 'size of the deployment', run: checkDeploymentSize },
  ]
  const checked = await runSteps(steps)
  const tested = await runTests()

  const failed = checked.failed + tested.failed
  process.exitCode = failed > 0 ? 1 : 0
  say(`${checked.passed + tested.passed} passed, ${failed} failed`)
} finally {
  await rm(scratch, { recursive: true })
}

async function checkDeploymentSize(): Promise<string> {
  const { total, modules } = await deploymentSize(join(scratch, 'deployment'))
  for (const { name, bytes } of modules) say(`${inMiB(bytes).padStart(12)}  ${name}`)
  return judgeSize(total)
}

/** A file that cannot be loaded has no test to fail, but fails the run: it counts as one. */
async function runTests(): Promise<{ passed: number; failed: number }> {
  const file = join(scratch, 'tests.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await exitCode('vitest', 'run', '--project=!hostile', ...reporters)
  const report = await readFile(file, 'utf8').catch(() => null)
  if (report === null) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, numPendingTests } = TestReport.parse(JSON.parse(report))
  if (numPendingTests > 0) say(`${numPendingTests} tests were skipped`)
  return { passed: numPassedTests, failed: Math.max(numFailedTests, code === 0 ? 0 : 1) }
}
