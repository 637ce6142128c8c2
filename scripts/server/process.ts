import { once } from 'node:events'
import { join } from 'node:path'
import {
  unstable_DevEnv as DevEnv,
  unstable_getVarsForDev as readVars,
  unstable_readConfig as readConfig,
} from 'wrangler'
import { bundleLimitedGuest } from '../like-cloudflare/bundle.ts'
import { localDefaults } from '../variables.ts'
import { Front } from './front.ts'
import { isKnownNote } from './known-note.ts'
import { ReloadComplete, Start, type Report } from './messages.ts'
import { publicWeb } from './public-web.ts'
import { setV8Flags } from './v8-flags.ts'

const project = join(import.meta.dirname, '../..')
const configFile = join(project, 'wrangler.toml')
/** What serves may finish what it writes. */
const graceMs = 4_000
setV8Flags()
const platform = new DevEnv()
const front = new Front({
  onLost: () => fail(new Error('The process of the Worker has ended.')),
})

// Wrangler's own proxy is one more workerd. Ours takes its place.
platform.proxy.onConfigUpdate = () => undefined
platform.proxy.onBundleStart = () => undefined
platform.proxy.onReloadStart = () => undefined
platform.proxy.onReloadComplete = () => undefined

// Nothing of a local run leaves the machine, and nothing is written outside the project.
process.env['WRANGLER_SEND_METRICS'] = 'false'
process.env['WRANGLER_SEND_ERROR_REPORTS'] = 'false'
process.env['WRANGLER_WRITE_LOGS'] = 'false'
process.env['CLOUDFLARE_CF_FETCH_ENABLED'] = 'false'

process.once('message', (message) => start(Start.parse(message)).catch(fail))
// It outlives neither the wish for it nor the process that wished.
process.once('disconnect', () => void stop())
platform.on('error', (error: Error) => fail(error))
platform.on('buildFailed', () => fail(new Error('The Worker could not be bundled.')))

/** Does what `wrangler dev` does, without its console. */
async function start({ port, vars, state, inherit, likeCloudflare }: Start): Promise<void> {
  const ownPort = await front.listen(port)
  const { vars: configured, compatibility_flags } = readConfig({ config: configFile })
  // A file that is named replaces `.dev.vars`; one that is not there says nothing.
  const envFiles = inherit ? undefined : [join(state, 'no.env')]
  const inherited = inherit ? readVars(configFile, undefined, configured, undefined, true) : {}
  // What `[vars]` has, it has for the deployment.
  const blank = inherit ? [] : Object.keys(configured).map((name): [string, string] => [name, ''])
  const ownDefaults: Record<string, string> = likeCloudflare ? {} : localDefaults
  const defaults = Object.entries(ownDefaults).filter(([name]) => !(name in inherited))
  const own = [...blank, ...defaults, ...Object.entries(vars)]
  if (likeCloudflare) own.push(['LIKE_CLOUDFLARE_GUEST', await bundleLimitedGuest()])
  const bindings = own.map(([name, value]) => [name, secret(value)] as const)
  const reloaded = once(platform, 'reloadComplete')
  await platform.startWorker({
    config: configFile,
    entrypoint: join(
      project,
      likeCloudflare ? 'scripts/like-cloudflare/worker.ts' : 'src/local.ts',
    ),
    ...(likeCloudflare && {
      compatibilityFlags: [...compatibility_flags, 'nodejs_als'],
    }),
    bindings: { ...Object.fromEntries(bindings), WEB: publicWeb },
    ...(envFiles && { envFiles }),
    dev: {
      remote: false,
      watch: false,
      inspector: false,
      logLevel: 'warn',
      persist: state,
      structuredLogsHandler: ({ message }: { message: string }) => {
        if (!isKnownNote(message)) report({ type: 'log', line: message })
      },
    },
  })
  const [event] = await reloaded
  const { userWorkerUrl, headers } = ReloadComplete.parse(event).proxyData
  front.add({
    ...userWorkerUrl,
    headersFor: (url) => {
      return { ...headers, 'MF-Original-URL': url, 'MF-Disable-Pretty-Error': '1' }
    },
  })
  report({ type: 'started', url: `http://localhost:${ownPort}` })
}

/** As a secret, since the values of variables are printed. */
function secret(value: string) {
  return { type: 'secret_text', value }
}

async function stop(): Promise<void> {
  front.close()
  // A platform whose Worker has died may never come to its end.
  setTimeout(() => process.exit(), graceMs)
  try {
    await platform.teardown()
  } finally {
    process.exit()
  }
}

function fail(error: Error): void {
  report({ type: 'failed', reason: error.message })
  void stop()
}

function report(message: Report): void {
  if (process.connected) process.send?.(message)
}
