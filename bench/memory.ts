import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { execute, executeChart } from './ours.ts'
import { programs } from './programs.ts'
import { workerdMemory } from './workerd-memory.ts'

/** In bytes. */
export interface Memory {
  /** Linear memory and files of one program. */
  afterPrint: number
  afterChart: number
  /** Resident memory of workerd, around `executions` of `print(1)`, one after the other. */
  residentBefore: number
  residentAfter: number
  executions: number
  modules: { name: string; bytes: number }[]
}

const executions = 20
const Manifest = z.object({ modules: z.array(z.object({ name: z.string(), bytes: z.number() })) })

export async function memory(url: string): Promise<Memory> {
  const print = await execute(url, programs.print)
  const chart = await executeChart(url, programs.chart)
  const residentBefore = await workerdMemory()
  for (let execution = 0; execution < executions; execution++) await execute(url, programs.print)
  const residentAfter = await workerdMemory()

  const manifest = join(import.meta.dirname, '../python-runtime/dist/manifest.json')
  const { modules } = Manifest.parse(JSON.parse(await readFile(manifest, 'utf8')))
  return {
    afterPrint: print.usage.peak_memory_bytes,
    afterChart: chart.usage.peak_memory_bytes,
    residentBefore,
    residentAfter,
    executions,
    modules,
  }
}
