import { join } from 'node:path'
import { getPlatformProxy } from 'wrangler'
import { r2Store } from '../../src/files/r2.ts'
import { r2Records } from '../../src/state/r2-records.ts'
import { FakeSandbox, finishes, PIXEL, shows, writes } from '../../test/support/fake-sandbox.ts'
import { runs, says, ScriptedUpstream } from '../../test/support/scripted-upstream.ts'
import { post, testApp } from '../../test/support/test-app.ts'

const configPath = join(import.meta.dirname, '../../test/support/wrangler.toml')

/**
 * What a chat completion with two programs asks of others: each shows a picture and writes a file. A program is two
 * subrequests on Cloudflare, one of this Worker to itself, and one of that to the Worker that it loads.
 */
export async function subrequestsOfChat(): Promise<Record<string, number>> {
  const platform = await getPlatformProxy<{ FILES: R2Bucket }>({ configPath, persist: false })
  await using upstream = await ScriptedUpstream.start(
    runs('first()'),
    runs('second()', 'call_2'),
    says('Done.'),
  )
  const sandbox = new FakeSandbox(shows({ png: PIXEL }), writes('a.txt', 'text'), finishes())
  const { bucket, operations } = counted(platform.env.FILES)
  const app = testApp({
    env: { OPENAI_BASE_URL: upstream.url },
    sandbox,
    filesOf: (owner) => r2Store({ bucket, owner, ttlSeconds: 60 }),
    recordsOf: (owner) => r2Records(bucket, owner),
  })
  const request = {
    model: 'm',
    messages: [{ role: 'user', content: 'Draw two charts.' }],
    tools: [{ type: 'code_interpreter' }],
  }
  const { status } = await post(app, '/v1/chat/completions', request)
  await platform.dispose()
  if (status !== 200) throw new Error(`The chat of the budget ended with status ${status}.`)
  return {
    model_service: upstream.requests.length,
    programs: 2 * sandbox.executions.length,
    bucket: operations(),
  }
}

/** The bucket, and how many of its operations were called. */
function counted(bucket: R2Bucket): { bucket: R2Bucket; operations: () => number } {
  let count = 0
  const counting = new Proxy(bucket, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      return (...args: unknown[]) => {
        count++
        return Reflect.apply(member, target, args)
      }
    },
  })
  return { bucket: counting, operations: () => count }
}
