/** What models that were taught other names call our tools. */
const ALIASES: Record<string, string> = {
  python: 'code_interpreter',
  python3: 'code_interpreter',
  ipython: 'code_interpreter',
  pythoninterpreter: 'code_interpreter',
  codeexecution: 'code_interpreter',
  runpython: 'code_interpreter',
  executepython: 'code_interpreter',
}

/** The tool among those that were declared that a model means by a name; null when it means none. */
export function toolNamed(name: string, declared: readonly string[]): string | null {
  if (declared.includes(name)) return name
  const said = bare(name)
  const meant = ALIASES[said]
  return (
    declared.find((candidate) => bare(candidate) === said) ??
    declared.find((candidate) => candidate === meant) ??
    null
  )
}

/** Longer than any name that a service takes for a tool. */
const MAX_NAME = 200

/**
 * A name without what models of all kinds put around it: the namespace before it, a number or the tokens of a
 * template behind it, and its way of joining words.
 */
function bare(name: string): string {
  const [written = ''] = name.slice(0, MAX_NAME).split('<|')
  const segments = written.trim().split(/[.:/]/)
  const last = segments.findLast((segment) => !/^\d*$/.test(segment)) ?? ''
  return last.toLowerCase().replaceAll(/[\s_-]/g, '')
}
