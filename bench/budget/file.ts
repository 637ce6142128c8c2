import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import type { Figures } from './compare.ts'

const path = join(import.meta.dirname, '../budget.json')
const Budget = z.record(z.string(), z.record(z.string(), z.int().positive()))

export async function readBudget(): Promise<Figures> {
  return Budget.parse(JSON.parse(await readFile(path, 'utf8')))
}

export async function writeBudget(figures: Figures): Promise<void> {
  await writeFile(path, `${JSON.stringify(Budget.parse(figures), null, 2)}\n`)
}
