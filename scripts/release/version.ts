import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'

const Package = z.object({ version: z.string().regex(/^\d+\.\d+\.\d+$/) })

export async function projectVersion(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '../../package.json'), 'utf8')
  return Package.parse(JSON.parse(text)).version
}
