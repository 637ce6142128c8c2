/** What models that were taught other names call our tools. */
const ALIASES: Record<string, string> = {
  python: 'code_interpreter',
  python3: 'code_interpreter',
  ipython: 'code_interpreter',
  pythoninterpreter: 'code_interpreter',
  codeexecution: 'code_interpreter',
  runpython: 'code_interpreter',
  executepython: 'code_interpreter',
  pythonrepl: 'code_interpreter',
  pythoncode: 'code_interpreter',
  runpythoncode: 'code_interpreter',
  executepythoncode: 'code_interpreter',
  runcode: 'code_interpreter',
  executecode: 'code_interpreter',
  toolcodeinterpreter: 'code_interpreter',
}

/** The tool among those that were declared that a model means by a name; null when it means none. */
export function toolNamed(name: string, declared: readonly string[]): string | null {
  if (declared.includes(name)) return name
  const bares = declared.map((candidate) => ({ candidate, bare: segmentsOf(candidate).at(-1) }))
  for (const said of segmentsOf(name).toReversed()) {
    const same = bares.find(({ bare }) => bare === said)?.candidate
    const meant = same ?? declared.find((candidate) => candidate === ALIASES[said])
    if (meant !== undefined) return meant
  }
  return null
}

/** Longer than any name that a service takes for a tool. */
const MAX_NAME = 200

/**
 * A name without what models of all kinds put around it, such as a number, quotes, or the tokens of a template behind it,
 * and without its way of joining words: in parts, since a namespace may stand before it and a method behind it.
 */
function segmentsOf(name: string): string[] {
  const [written = ''] = name.slice(0, MAX_NAME).split('<|')
  const segments = written.split(/[.:/]/).map((segment) => segment.replaceAll(/[\s_\-()"'`]/g, ''))
  return segments
    .filter((segment) => !/^\d*$/.test(segment))
    .map((segment) => segment.toLowerCase())
}
