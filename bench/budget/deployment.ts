import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deploymentSize } from '../../scripts/deployment-size.ts'

/** The bytes of what a deployment uploads beside the image. */
export async function bytesOfDeployment(): Promise<Record<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), 'budget-'))
  try {
    const { total, modules } = await deploymentSize(folder)
    const worker = modules.find(({ name }) => name.endsWith('.js'))
    return { worker: worker?.bytes ?? 0, total }
  } finally {
    await rm(folder, { recursive: true })
  }
}
