import { readdir } from 'node:fs/promises'
import { ask } from './steps.ts'

/**
 * Bundles the Worker into a folder as a deployment would upload it, and gives the names of its modules. The entry is
 * that of `wrangler.toml` unless another is named.
 */
export async function bundleWorker(folder: string, ...entry: string[]): Promise<string[]> {
  const options = ['--dry-run', '--outdir', folder]
  const { code, errors } = await ask('wrangler', ['deploy', ...entry, ...options])
  if (code !== 0) throw new Error(errors)
  // Others are not uploaded, or not counted.
  return (await readdir(folder)).filter((name) => !/\.map$|^README/.test(name))
}
