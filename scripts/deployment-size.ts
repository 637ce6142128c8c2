import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleWorker } from './bundle-worker.ts'

const MiB = 1024 * 1024
/** Of all modules together. Cloudflare takes no more for a Worker, nor for a dynamic one, which is nearly all of it. */
export const maxDeploymentBytes = 64 * MiB

export interface DeploymentSize {
  total: number
  modules: { name: string; bytes: number }[]
}

/** Bundles the Worker into `folder` as a deployment would upload it, and measures that. */
export async function deploymentSize(folder: string): Promise<DeploymentSize> {
  const modules: DeploymentSize['modules'] = []
  for (const name of await bundleWorker(folder)) {
    modules.push({ name, bytes: (await stat(join(folder, name))).size })
  }
  return { total: modules.reduce((sum, { bytes }) => sum + bytes, 0), modules }
}

export function inMiB(bytes: number): string {
  return `${(bytes / MiB).toFixed(2)} MiB`
}
