import { describe, expect, it } from 'vitest'
import { ask, chat, stream } from '../../support/chat-request.ts'
import { FakeSandbox, finishes, PIXEL, prints, raises, shows } from '../../support/fake-sandbox.ts'
import { chunksOf } from '../../support/read-events.ts'
import { runs, says, ScriptedUpstream } from '../../support/scripted-upstream.ts'

const shown = { ...ask, tools: [{ type: 'code_interpreter', show: 'markdown' }] }

async function contentWith(code: string, ...steps: ConstructorParameters<typeof FakeSandbox>) {
  await using upstream = await ScriptedUpstream.start(runs(code), says('Four.'))
  const { choice } = await chat(upstream, shown, { sandbox: new FakeSandbox(...steps) })
  return choice?.message.content
}

describe('a program in the text of an answer', () => {
  it('is folded, with what it prints and what it comes to', async () => {
    const content = await contentWith(
      'print(4)\n4',
      prints('4\n'),
      shows({ text: '4', is_main_result: true }),
      finishes(),
    )

    expect(content).toBe(
      '<details>\n<summary>Python</summary>\n\n````python\nprint(4)\n4\n````\n\n````text\n4\n4\n````\n\n</details>\n\nFour.',
    )
  })

  it('has its error', async () => {
    const content = await contentWith('1/0', raises('ZeroDivisionError', 'division by zero'))

    expect(content).toContain('````text\nTraceback (most recent call last):\n')
    expect(content).toContain('ZeroDivisionError: division by zero\n````')
  })

  it('has no pictures twice', async () => {
    const content = await contentWith('plot()', shows({ png: PIXEL, text: '<Figure>' }), finishes())

    expect(content).not.toContain('<Figure>')
    expect(content).toMatch(/<\/details>\n\nFour\.\n\n!\[figure-1\.png\]\(http\S+\)$/)
  })

  it('cannot end its own block', async () => {
    const content = await contentWith('"""\n`````\n"""', prints('  ````\n# Title\n'), finishes())

    const fences = content?.split('\n').filter((line) => /^ {0,3}`{4}/.test(line))
    expect(fences).toEqual(['````python', '````', '````text', '````'])
  })

  it('is bounded', async () => {
    const content = await contentWith('x', prints('a'.repeat(500_000)), prints('b'), finishes())

    expect(content?.length).toBeLessThan(21_000)
    expect(content).toContain('[…]')
  })

  it('is streamed line by line, while it runs', async () => {
    await using upstream = await ScriptedUpstream.start(runs('a\nb\nc'), says('Four.'))
    const sandbox = new FakeSandbox(prints('on'), prints('e\ntw'), prints('o\n'), finishes())

    const chunks = await chunksOf(await stream(upstream, shown, { sandbox }))

    const told = chunks.map(({ choices: [choice] }) => {
      const [tool] = choice?.delta.executed_tools ?? []
      return tool?.stdout === undefined ? (choice?.delta.content ?? '') : '*'
    })
    expect(told.filter((text) => text !== '').join('|')).toBe(
      '<details>\n<summary>Python</summary>\n\n````python\na\nb\n|*|c\n````\n\n````text\n|*|one\n|*|two\n|````\n\n</details>|\n\n|Four.',
    )
  })

  it('is not there unless it is asked for', async () => {
    await using upstream = await ScriptedUpstream.start(runs('print(4)'), says('Four.'))

    expect((await chat(upstream, ask)).choice?.message.content).toBe('Four.')
  })

  it('is not there where the answer has to be JSON', async () => {
    await using upstream = await ScriptedUpstream.start(runs('print(4)'), says('{}'))
    const request = { ...shown, response_format: { type: 'json_object' } }

    expect((await chat(upstream, request)).choice?.message.content).toBe('{}')
  })
})
