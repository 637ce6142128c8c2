import { queued } from '../../src/sandbox/queue.ts'
import { readAhead } from '../../src/sandbox/read-ahead.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { sandboxContract } from '../contracts/sandbox.ts'
import { FakeSandbox, finishes, prints } from '../support/fake-sandbox.ts'

/** One fake for each program. */
function fake(): Sandbox {
  const short = new FakeSandbox(prints('4\n'), finishes())
  const endless = new FakeSandbox(prints('4\n'), 'waits')
  return {
    execute: (execution, run) =>
      (execution.code === 'ends' ? short : endless).execute(execution, run),
  }
}

const programs = { ends: 'ends', endless: 'endless' }

sandboxContract('the fake of the tests', { create: fake, ...programs })
sandboxContract('a queue', {
  create: () => queued(fake(), { maxRunning: 1, maxWaiting: 1 }),
  ...programs,
})
sandboxContract('one that reads ahead', { create: () => readAhead(fake(), 1000), ...programs })
