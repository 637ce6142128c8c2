import { join } from 'node:path'
import { output } from './child.ts'

const program = join(import.meta.dirname, 'pyodide-process.ts')

/** Starts Pyodide in a new process, with the image's wheels, and runs a program; gives what it printed. */
export function runPyodide(code: string): Promise<string> {
  return output(process.execPath, [program, code])
}
