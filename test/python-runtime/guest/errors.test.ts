import { describe, expect, it } from 'vitest'
import { py } from '../../support/py.ts'
import { runPython } from '../../support/run-python.ts'

/** The traceback of a program, which fails. */
async function tracebackOf(code: string) {
  const { error } = await runPython(code)
  return error?.traceback
}

describe('the traceback', () => {
  it("is Python's own, with the program's lines and carets", async () => {
    const result = await runPython(py`
      def half(x):
          return 1 / x

      half(0)
    `)

    expect(result.error).toEqual({
      type: 'execution_error',
      name: 'ZeroDivisionError',
      message: 'division by zero',
      traceback: py`
        Traceback (most recent call last):
          File "<code>", line 4, in <module>
            half(0)
            ~~~~^^^
          File "<code>", line 2, in half
            return 1 / x
                   ~~^~~
        ZeroDivisionError: division by zero
      `.concat('\n'),
    })
    expect(result.stderr).toBe('')
  })

  it('shows the last expression like any other line', async () => {
    expect(await tracebackOf('x = 1\n(x +\n "a")')).toBe(
      py`
        Traceback (most recent call last):
          File "<code>", line 2, in <module>
            (x +
             ~~^
             "a")
             ~~~
        TypeError: unsupported operand type(s) for +: 'int' and 'str'
      `.concat('\n'),
    )
  })

  it('shows the frames of libraries', async () => {
    const traceback = await tracebackOf('import json\njson.loads("{")')

    expect(traceback).toMatch(/File "<code>", line 2, in <module>\n {4}json\.loads\("\{"\)/)
    expect(traceback).toMatch(/File ".*json\/decoder\.py", line \d+, in decode/)
    expect(traceback).toMatch(/\njson\.decoder\.JSONDecodeError: Expecting property name/)
  })

  it('shows what an exception came from', async () => {
    const traceback = await tracebackOf(py`
      try:
          {}['key']
      except KeyError as error:
          raise ValueError('bad') from error
    `)

    expect(traceback).toMatch(
      /KeyError: 'key'\n\nThe above exception was the direct cause[^]*line 4, in <module>[^]*ValueError: bad\n$/,
    )
  })

  it('shows the exceptions of a group', async () => {
    const traceback = await tracebackOf(
      'raise ExceptionGroup("two", [ValueError("one"), TypeError("other")])',
    )

    expect(traceback).toMatch(
      /\+ Exception Group Traceback[^]*ExceptionGroup: two \(2 sub-exceptions\)/,
    )
    expect(traceback).toMatch(/\| ValueError: one[^]*\| TypeError: other/)
  })

  it('shows notes and suggestions', async () => {
    const traceback = await tracebackOf(py`
      try:
          lenght([1])
      except NameError as error:
          lenght_is = len
          error.add_note('a hint')
          raise
    `)

    expect(traceback).toMatch(
      /NameError: name 'lenght' is not defined\. Did you mean: .*\na hint\n$/,
    )
  })

  it('marks the place of a syntax error', async () => {
    const result = await runPython('x = 1\nif x\n    print(x)')

    expect(result.error).toEqual({
      type: 'execution_error',
      name: 'SyntaxError',
      message: "expected ':' (<code>, line 2)",
      traceback: `  File "<code>", line 2\n    if x\n        ^\nSyntaxError: expected ':'\n`,
    })
  })

  it.each([
    ['return outside of a function', 'return 1', 'SyntaxError'],
    ['a null character', 'x = "\\0"'.replace('\\0', '\0'), 'SyntaxError'],
    ['indentation', 'if 1:\nx', 'IndentationError'],
    ['too much nesting', '('.repeat(300), 'SyntaxError'],
  ])('tells of %s as Python does', async (_, code, name) => {
    const result = await runPython(code)

    expect(result.error).toMatchObject({ type: 'execution_error', name })
    expect(result.error?.traceback).not.toContain('_sandbox')
  })

  it('folds a recursion', async () => {
    const result = await runPython('def f(n):\n    return f(n + 1)\nf(0)')

    expect(result.error).toMatchObject({ type: 'execution_error', name: 'RecursionError' })
    expect(result.error?.traceback).toMatch(/\[Previous line repeated \d+ more times\]/)
    expect(result.error?.traceback.length).toBeLessThan(2_000)
  })

  it('keeps the head and tail of what is too long', async () => {
    const result = await runPython('raise ValueError("a" * 100_000 + "b")')

    expect(result.error?.message).toMatch(/^a{2000}\n… 96001 characters left out …\na{1999}b$/)
    expect(result.error?.traceback).toMatch(/^Traceback[^]*characters left out[^]*ab\n$/)
    expect(result.error?.traceback.length).toBeLessThan(33_000)
  })

  it('shows nothing of ours where the program awaits', async () => {
    expect(
      await tracebackOf(py`
        async def fail():
            raise ValueError('here')
        await fail()
      `),
    ).toBe(
      py`
        Traceback (most recent call last):
          File "<code>", line 3, in <module>
            await fail()
          File "<code>", line 2, in fail
            raise ValueError('here')
        ValueError: here
      `.concat('\n'),
    )
  })

  it.each([
    ['asyncio.run', 'import asyncio\nasync def f(): await asyncio.sleep(0); 1/0\nasyncio.run(f())'],
    ['a repr that is shown', 'class A:\n    def __repr__(self): raise SystemError\nrepr(A())'],
    ['input', 'input()'],
    ['a module that it wrote', 'open("m.py", "w").write("1/0")\nimport m'],
    ['a module with a syntax error', 'open("m.py", "w").write("1 +")\nimport m'],
  ])('shows nothing of ours in %s', async (_, code) => {
    const traceback = await tracebackOf(code)

    expect(traceback).toContain('File "<code>"')
    expect(traceback).not.toContain('_sandbox')
  })

  it("still shows the program's lines when it cleared the cache of lines", async () => {
    const traceback = await tracebackOf('import linecache\nlinecache.clearcache()\n1 / 0')

    expect(traceback).toContain('    1 / 0\n    ~~^~~\n')
  })
})

describe('an error', () => {
  it('may be of a class with a broken text', async () => {
    const result = await runPython(py`
      class Broken(Exception):
          def __str__(self): raise RuntimeError('no')
          __repr__ = __str__
      raise Broken
    `)

    expect(result.error).toMatchObject({
      name: 'Broken',
      message: '<no message: its __str__ failed>',
      traceback: expect.stringContaining('Broken: <exception str() failed>'),
    })
  })

  it('may be no Exception', async () => {
    const result = await runPython('raise KeyboardInterrupt')

    expect(result.error).toMatchObject({ type: 'execution_error', name: 'KeyboardInterrupt' })
  })

  it('may have characters that are none', async () => {
    const result = await runPython('raise ValueError("\\ud800")')

    expect(result.error).toMatchObject({ message: '\\ud800' })
  })

  it('is typed when memory is used up', async () => {
    const result = await runPython('print("before")\nx = [None] * 2 ** 30')

    expect(result).toMatchObject({
      stdout: 'before\n',
      error: { type: 'memory', name: 'MemoryError' },
    })
  })

  it("is also given to the program's own hook", async () => {
    const result = await runPython(py`
      import sys
      sys.excepthook = lambda kind, error, traceback: print('hook', kind.__name__)
      1 / 0
    `)

    expect(result).toMatchObject({
      stdout: 'hook ZeroDivisionError\n',
      error: { name: 'ZeroDivisionError' },
    })
  })

  it('names the module that is not there', async () => {
    const result = await runPython('import seaborn_of_tomorrow')

    expect(result.error).toMatchObject({
      name: 'ModuleNotFoundError',
      message: expect.stringMatching(/^No module named 'seaborn_of_tomorrow'\. The sandbox has no/),
    })
  })
})

describe('a program that breaks what we stand on', () => {
  it.each([
    ['print', 'print = None'],
    ['sys.stdout and sys.stderr', 'import sys\nsys.stdout = sys.stderr = None'],
    ['closed streams', 'import sys\nsys.stdout.close(); sys.stderr.close()'],
    ['json', 'import json\njson.dumps = json.loads = json.JSONEncoder.encode = None'],
    ['json.JSONEncoder.default', 'import json\njson.JSONEncoder.default = lambda self, o: 1 / 0'],
    ['os', 'import os\ndel os.write, os.read, os.open, os.close, os.fstat, os.scandir'],
    ['builtins.open', 'import builtins\nbuiltins.open = None'],
    ['traceback', 'import traceback\ntraceback.TracebackException = None'],
    ['linecache', 'import linecache\nlinecache.cache = None'],
    ['warnings', 'import warnings\nwarnings.warn = None\nwarnings.simplefilter("error")'],
    ['sys.modules', 'import sys\nsys.modules.clear()'],
    ['the working folder', 'import os\nos.chdir("/")'],
    ['descriptors', 'import os\nos.closerange(3, 256)'],
    ['recursion', 'import sys\nsys.setrecursionlimit(200)'],
    ['the garbage collector', 'import gc\ngc.disable()'],
    [
      'a trace function',
      'import sys\nsys.settrace(lambda *a: None)\nsys.setprofile(lambda *a: None)',
    ],
    ['tracebacklimit', 'import sys\nsys.tracebacklimit = 0'],
  ])('still gets its results out after it broke %s', async (_, code) => {
    const result = await runPython(`${code}\nopen_, x = None, {"a": 1}\nx`)

    expect(result).toMatchObject({ error: null, results: [{ text: "{'a': 1}" }] })
  })

  it('still gets its error out after it broke the same', async () => {
    const result = await runPython(py`
      import json, os, sys, traceback
      json.JSONEncoder.encode = traceback.TracebackException = sys.stdout = sys.stderr = None
      del os.write
      raise ValueError('told')
    `)

    expect(result.error).toMatchObject({
      name: 'ValueError',
      message: 'told',
      traceback: expect.stringContaining('line 4, in <module>'),
    })
  })
})
