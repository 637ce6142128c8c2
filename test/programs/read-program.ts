import * as z from 'zod'

const encoder = new TextEncoder()

/** What must come of a program; what is left out must not come. */
const Expected = z.strictObject({
  /** Text, or a pattern between slashes; so are `stderr` and `error`, which is `type Name: message`. */
  stdout: z.string().default(''),
  stderr: z.string().default(''),
  error: z.string().nullable().default(null),
  /** What it displays beside pictures: a part of each. */
  values: z.array(z.record(z.string(), z.unknown())).default([]),
  pictures: z.int().default(0),
  /** A part of the data behind each picture. */
  charts: z.array(z.record(z.string(), z.unknown())).default([]),
  /** The names of the files that it leaves. */
  files: z.array(z.string()).default([]),
  /** The files that it is given, by name. */
  attached: z
    .record(z.string(), z.string())
    .default({})
    .transform((files) =>
      Object.entries(files).map(([name, text]) => ({ name, bytes: encoder.encode(text) })),
    ),
})
export type Expected = z.infer<typeof Expected>

/**
 * A program and what must come of it. Above it stand lines that begin with `#:`: a field and its value in JSON, or a
 * pattern between slashes. Lines that begin with `#>` are those of its stdout. All other lines are the program.
 */
export function readProgram(file: string): { code: string; expected: Expected } {
  const lines = file.split('\n')
  const end = lines.findIndex((line) => !line.startsWith('#:') && !line.startsWith('#>'))
  const head = lines.slice(0, end)
  const printed = head.filter((line) => line.startsWith('#>'))
  const stdout = printed.map((line) => `${line.slice(3)}\n`).join('')
  const fields = head.filter((line) => line.startsWith('#:')).map(fieldOf)
  const expected = { ...(printed.length > 0 && { stdout }), ...Object.fromEntries(fields) }
  return { code: lines.slice(end).join('\n'), expected: Expected.parse(expected) }
}

function fieldOf(line: string): [name: string, value: unknown] {
  const [, name = '', value = ''] = /^#: (\w+) (.*)$/.exec(line) ?? []
  return [name, value.startsWith('/') ? value : JSON.parse(value)]
}
