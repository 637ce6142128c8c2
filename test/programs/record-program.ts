import * as z from 'zod'

/** What native CPython made of a program. */
export const NativeOutcome = z.strictObject({
  stdout: z.string(),
  pictures: z.int(),
  /** The names of the files that it left. */
  files: z.array(z.string()),
})
type NativeOutcome = z.infer<typeof NativeOutcome>

/** The text of a program's file with this above it, in the lines that `read-program.ts` reads, beside what else it says. */
export function recordProgram(text: string, { stdout, pictures, files }: NativeOutcome): string {
  const lines = text.split('\n')
  const end = lines.findIndex((line) => !line.startsWith('#:') && !line.startsWith('#>'))
  const printed = stdout.split('\n').slice(0, -1)
  return [
    ...printed.map((line) => (line === '' ? '#>' : `#> ${line}`)),
    ...lines.slice(0, end).filter((line) => /^#: (?!pictures|files)/.test(line)),
    ...(pictures > 0 ? [`#: pictures ${pictures}`] : []),
    ...(files.length > 0 ? [`#: files ${JSON.stringify(files)}`] : []),
    ...lines.slice(end),
  ].join('\n')
}
