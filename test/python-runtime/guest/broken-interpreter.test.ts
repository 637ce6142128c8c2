import { expect, it } from 'vitest'
import { py } from '../../support/py.ts'
import { runPython } from '../../support/run-python.ts'

it('frees a list of two hundred thousand links', async () => {
  const result = await runPython(py`
    class Link:
        def __init__(self, next): self.next = next
    last = None
    for _ in range(200_000): last = Link(last)
    del last
    print('freed')
  `)

  expect(result).toMatchObject({ stdout: 'freed\n', error: null })
})

it('bounds the name of an error', async () => {
  const { error } = await runPython("raise type('E' * 100_000, (Exception,), {})('x')")

  expect(error?.name.length).toBeLessThan(300)
  expect(error?.name).toMatch(/^E+\n… 99800 characters left out …\nE+$/)
})

it.each([
  ['silenced what tells of its end', 'from _sandbox import channel; channel.send = print'],
  ['deleted the builtins', 'import builtins; vars(builtins).clear()'],
])('tells of a program that %s', async (_, code) => {
  const { error, stderr } = await runPython(code)

  expect(error).toMatchObject({ type: 'execution_error', name: 'Lost' })
  expect(stderr).not.toContain('_sandbox')
})

it('tells of a program that sends what is no event', async () => {
  const { stdout, error } = await runPython(py`
    print('before', flush=True)
    from _sandbox import channel
    channel.send({'type': 'result', 'result': {'is_main_result': 'perhaps'}})
  `)

  expect(stdout).toBe('before\n')
  expect(error).toMatchObject({
    type: 'execution_error',
    name: 'InvalidEvent',
    message: 'the sandbox sent an event of an unknown form',
  })
})
