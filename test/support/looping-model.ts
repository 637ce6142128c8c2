import { calls, runs, says, ScriptedUpstream } from './scripted-upstream.ts'

/** What the program does: it prints, lists what it finds, draws and writes. */
const PROGRAM = [
  'import os',
  'import matplotlib.pyplot as plt',
  'print(2 + 2, sorted(os.listdir()))',
  'plt.plot([1, 4, 9])',
  "open('squares.csv', 'w').write('1,4,9')",
].join('\n')

export const ANSWER = 'It is 4, and it is sunny in Rome.'

/** More questions than any test has. */
const QUESTIONS = 1_000

/** The tools that it knows to use. */
const KNOWN = ['code_interpreter', 'get_weather']

/**
 * A model that uses each tool that it knows once, the interpreter first and then the client's own, and answers with what
 * it knows. It asks for nothing that its history already has.
 */
export function loopingModel(): Promise<ScriptedUpstream> {
  return ScriptedUpstream.start(
    ...Array.from(
      { length: QUESTIONS },
      (_, count): Parameters<typeof ScriptedUpstream.start>[0] => {
        return (request, response) => {
          const { tools = [], messages = [] } = request.body
          const names = tools.flatMap((tool) => tool.function?.name ?? [])
          const question = messages.findLastIndex(({ role }) => role === 'user')
          const called = messages
            .slice(question)
            .flatMap(({ tool_calls = [] }) => tool_calls.map((call) => call.function.name))
          const next = KNOWN.find((name) => names.includes(name) && !called.includes(name))
          const id = `call_${count}`
          if (next === 'code_interpreter') return runs(PROGRAM, id)(request, response)
          if (next === 'get_weather') {
            return calls({ id, name: next, arguments: '{"city":"Rome"}' })(request, response)
          }
          return says(ANSWER)(request, response)
        }
      },
    ),
  )
}
