import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unstable_readConfig } from 'wrangler'
import { deploy, type Configuration } from './deploy/deploy.ts'
import { readOptions } from './deploy/settings.ts'
import { terminal } from './deploy/terminal.ts'
import { wrangler } from './deploy/wrangler.ts'
import { deploymentSize } from './deployment-size.ts'
import { ensureImage } from './image.ts'

// `npm run deploy [-- --dry-run] [-- --var NAME:VALUE …] [-- --secrets-file FILE]`
const configFile = join(import.meta.dirname, '../wrangler.toml')

try {
  const options = readOptions(process.argv.slice(2))
  await ensureImage(terminal.say)
  const tools = { terminal, wrangler, measure, keep, configuration: readConfiguration() }
  const isDone = await deploy(options, tools)
  process.exitCode = isDone ? 0 : 1
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

function readConfiguration(): Configuration {
  const { vars, r2_buckets, account_id, ai } = unstable_readConfig({ config: configFile })
  const [files] = r2_buckets
  if (typeof files?.bucket_name !== 'string') throw new Error('wrangler.toml names no bucket.')
  return {
    vars,
    bucketName: files.bucket_name,
    accountId: process.env['CLOUDFLARE_ACCOUNT_ID'] ?? account_id,
    aiBinding: ai?.binding,
  }
}

async function measure(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'deployment-'))
  try {
    return (await deploymentSize(folder)).total
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Writes a value where `wrangler.toml` has the variable without one. */
async function keep(name: string, value: string): Promise<void> {
  const text = await readFile(configFile, 'utf8')
  const line = new RegExp(`^${name} = ""$`, 'm')
  if (!line.test(text)) throw new Error(`wrangler.toml has no line ${name} = "" to write into.`)
  await writeFile(configFile, text.replace(line, `${name} = ${JSON.stringify(value)}`))
  terminal.say(`wrangler.toml now has ${name} = ${JSON.stringify(value)}`)
}
