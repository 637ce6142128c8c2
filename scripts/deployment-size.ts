import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleWorker } from './bundle-worker.ts'

const MiB = 1024 * 1024
/** Of all modules together. Cloudflare takes no more for a Worker, nor for a dynamic one, which is nearly all of it. */
export const maxDeploymentBytes = 64 * MiB
/** What has to stay free of that, so that a package or a fix never waits for room to be made. */
const reservedBytes = 2 * MiB

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

/** Says how much of the room is taken. @throws when too little stays free. */
export function judgeSize(total: number): string {
  const summary = `${inMiB(total)} of ${inMiB(maxDeploymentBytes)}`
  if (total <= maxDeploymentBytes - reservedBytes) return summary
  throw new Error(`${summary}, of which ${inMiB(reservedBytes)} have to stay free`)
}

export function inMiB(bytes: number): string {
  return `${(bytes / MiB).toFixed(2)} MiB`
}
