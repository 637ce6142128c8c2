import { copyFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { unstable_readConfig } from 'wrangler'
import * as z from 'zod'
import { VARIABLES } from '../../src/config.ts'
import { bundleWorker } from '../bundle-worker.ts'
import { workerdConfiguration } from './configuration.ts'

/** What the package says of itself: where its program is. */
const Workerd = z.object({ default: z.string() })

const project = join(import.meta.dirname, '../..')

/**
 * Makes a folder with all that serves: workerd, its configuration, the Worker with the Python image, the playground, and
 * what runs several of them (`serve.mjs`). `keys` are variables beside the server's own, which its table of services names.
 */
export async function buildWorkerd(folder: string, keys: readonly string[]): Promise<void> {
  const { compatibility_date, compatibility_flags } = unstable_readConfig({
    config: join(project, 'wrangler.toml'),
  })
  await mkdir(folder, { recursive: true })
  const modules = await bundle(folder)
  const configuration = workerdConfiguration({
    modules,
    compatibilityDate: compatibility_date ?? '',
    compatibilityFlags: compatibility_flags,
    variables: [...VARIABLES, ...keys],
  })
  await writeFile(join(folder, 'config.capnp'), configuration)
  await cp(join(project, 'src/routes/playground/public'), join(folder, 'public'), {
    recursive: true,
  })
  await copyFile(workerdProgram(), join(folder, 'workerd'))
  await build({
    entryPoints: ['serve', 'health'].map((name) => join(import.meta.dirname, `${name}.ts`)),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    logLevel: 'error',
  })
}

/** Puts the Worker's modules into the folder, and tells their names. */
async function bundle(folder: string): Promise<string[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'workerd-'))
  try {
    const modules = await bundleWorker(scratch, 'src/workerd.ts')
    for (const name of modules) await copyFile(join(scratch, name), join(folder, name))
    return modules
  } finally {
    await rm(scratch, { recursive: true })
  }
}

/** The program of this platform, which the package has put in place. */
export function workerdProgram(): string {
  const wrangler = createRequire(import.meta.url).resolve('wrangler')
  return Workerd.parse(createRequire(wrangler)('workerd')).default
}
