/** Python source in a template: backslashes are Python's, and the indentation of the test is taken away. */
export function py({ raw }: TemplateStringsArray, ...values: (string | number)[]): string {
  const lines = String.raw({ raw }, ...values)
    .replace(/^\n/, '')
    .trimEnd()
    .split('\n')
  const indents = lines.filter((line) => line.trim()).map((line) => line.search(/\S/))
  return lines.map((line) => line.slice(Math.min(...indents))).join('\n')
}
