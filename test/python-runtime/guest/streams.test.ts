import { describe, expect, it } from 'vitest'
import { py } from '../../support/py.ts'
import { runPython } from '../../support/run-python.ts'

describe('stdout and stderr', () => {
  it('are kept apart', async () => {
    const result = await runPython(py`
      import sys
      print('out')
      print('err', file=sys.stderr)
    `)

    expect(result).toMatchObject({ stdout: 'out\n', stderr: 'err\n', error: null })
  })

  it('take every character, and show what is none as its escape', async () => {
    const result = await runPython(py`
      import sys
      print('π \U0001F600 \ud800')
      print('\udcff', file=sys.stderr)
    `)

    expect(result).toMatchObject({ stdout: 'π \u{1F600} \\ud800\n', stderr: '\\udcff\n' })
  })

  it('behave as streams do', async () => {
    const result = await runPython(py`
      import sys
      sys.stdout.buffer.write(b'bytes\n')
      sys.stdout.write('text\n')
      sys.stdout.reconfigure(line_buffering=True)
      print(sys.stdout.fileno(), sys.stderr.fileno(), sys.stdout.isatty(), sys.stdout.encoding)
      print(sys.stdout is sys.__stdout__, sys.stdout.writable(), end='')
    `)

    expect(result.stdout).toBe('bytes\ntext\n1 2 False utf-8\nTrue True')
  })

  it('keep the end of a text of any length', async () => {
    const { stdout } = await runPython("print('the head' + 'x' * 50_000_000 + 'the tail')")

    expect(stdout).toMatch(/^the headx+\n\[… [0-9]+ bytes of output left out …\]\nx+the tail\n$/s)
  })

  it('tell of a generator that does not end, and of no line of ours', async () => {
    const { stderr } = await runPython(py`
      def immortal():
          while True:
              try:
                  yield
              except BaseException:
                  pass
      generator = immortal()
      next(generator)
    `)

    expect(stderr).toContain('RuntimeError: generator ignored GeneratorExit')
    expect(stderr).not.toContain('_sandbox')
  })

  it('carry what descriptors carry', async () => {
    const result = await runPython('import os; os.write(1, b"one\\n"); os.write(2, b"two\\n");')

    expect(result).toMatchObject({ stdout: 'one\n', stderr: 'two\n' })
  })

  it('are written at once, so that nothing is lost with the sandbox', async () => {
    const result = await runPython('import os; print("a", end=""); os.write(1, b"b"); print("c")')

    expect(result.stdout).toBe('abc\n')
  })

  it('keep what was printed without a line end before a failure', async () => {
    const result = await runPython('print("half", end=""); 1/0')

    expect(result.stdout).toBe('half')
  })

  it('may be redirected by the program', async () => {
    const result = await runPython(py`
      import contextlib, io
      with contextlib.redirect_stdout(io.StringIO()) as text:
          print('hidden')
      text.getvalue()
    `)

    expect(result).toMatchObject({ stdout: '', results: [{ text: "'hidden\\n'" }] })
  })

  it('are flushed when the program put buffered ones in their place', async () => {
    const result = await runPython(py`
      import io, sys
      sys.stdout = io.TextIOWrapper(io.BufferedWriter(io.FileIO(1, 'w', closefd=False)))
      print('buffered', end='')
    `)

    expect(result.stdout).toBe('buffered')
  })

  it('take warnings and log messages on stderr', async () => {
    const result = await runPython(py`
      import logging, warnings
      warnings.warn('careful')
      logging.error('broken')
    `)

    expect(result.stderr).toBe(
      "<code>:2: UserWarning: careful\n  warnings.warn('careful')\nERROR:root:broken\n",
    )
  })

  it('take what nobody can catch on stderr', async () => {
    const result = await runPython(py`
      class Bad:
          def __del__(self):
              raise ValueError('in a destructor')
      Bad()
      None
    `)

    expect(result).toMatchObject({
      error: null,
      stderr: expect.stringContaining('ValueError: in a destructor'),
    })
  })
})

describe('stdin', () => {
  it('has nothing for input(), which says so', async () => {
    const result = await runPython('name = input("Your name? ")')

    expect(result).toMatchObject({
      stdout: 'Your name? ',
      error: {
        name: 'EOFError',
        message: expect.stringContaining('no standard input'),
        traceback: expect.stringContaining('name = input("Your name? ")'),
      },
    })
  })

  it('is at its end', async () => {
    const result = await runPython('import sys; print(repr(sys.stdin.read()), list(sys.stdin))')

    expect(result.stdout).toBe("'' []\n")
  })
})
