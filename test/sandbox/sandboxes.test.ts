import { byImage } from '../../src/sandbox/by-image.ts'
import { logged } from '../../src/sandbox/logged.ts'
import { queued } from '../../src/sandbox/queue.ts'
import { readAhead } from '../../src/sandbox/read-ahead.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { sandboxContract } from '../contracts/sandbox.ts'
import { FakeSandbox, finishes, prints, raises, writes } from '../support/fake-sandbox.ts'

const programs = {
  ends: 'ends',
  endless: 'endless',
  fails: 'fails',
  writes: 'writes',
  looks: 'looks',
}

/** One fake for each program. */
function fake(): Sandbox {
  const fakes = new Map([
    ['ends', new FakeSandbox(prints('4\n'), finishes())],
    ['endless', new FakeSandbox(prints('4\n'), 'waits')],
    ['fails', new FakeSandbox(raises('ValueError', 'no'))],
    ['writes', new FakeSandbox(writes('a.txt', 'abc'), finishes())],
  ])
  return {
    execute(execution, run) {
      const names = execution.files.map(({ name }) => name).join(' ')
      const looks = new FakeSandbox(prints(`${names}\n`), finishes())
      return (fakes.get(execution.code) ?? looks).execute(execution, run)
    },
  }
}

sandboxContract('the fake of the tests', { create: fake, ...programs })
sandboxContract('a queue', {
  create: () => queued(fake(), { maxRunning: 1, maxWaiting: 1 }),
  ...programs,
})
sandboxContract('one that reads ahead', { create: () => readAhead(fake(), 1000), ...programs })
sandboxContract('one of two images', { create: () => byImage(fake(), fake()), ...programs })
sandboxContract('one that is logged', { create: () => logged(fake(), () => {}), ...programs })
