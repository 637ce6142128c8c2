import { describe, expect, it } from 'vitest'
import { py } from '../../support/py.ts'
import { displayed, runPython } from '../../support/run-python.ts'

describe('the value of the last expression', () => {
  it('is the main result', async () => {
    const result = await runPython('x = 20\nx + 1')

    expect(result.results).toEqual([{ is_main_result: true, text: '21' }])
  })

  it('is its repr, as in a notebook', async () => {
    const result = await runPython('"a\\n" + "é"')

    expect(result.results).toEqual([{ is_main_result: true, text: "'a\\né'" }])
  })

  it.each([
    ['is None', 'None'],
    ['ends in a semicolon', '1 + 1;'],
    ['ends in a semicolon and a comment', '1 + 1 ;  # quiet'],
    ['ends in a semicolon after a character of several bytes', '"é" ;'],
    ['is an assignment', 'x = 1'],
    ['is inside a block', 'if True:\n    1 + 1'],
    ['is missing', ''],
    ['is a comment', '# nothing'],
  ])('is not shown when it %s', async (_, code) => {
    const result = await runPython(code)

    expect(result).toMatchObject({ results: [], error: null })
  })

  it('is shown when an earlier statement ends in a semicolon', async () => {
    const result = await runPython('x = 1; x + 1')

    expect(result.results).toEqual([{ is_main_result: true, text: '2' }])
  })

  it('is shown when it spans several lines with semicolons inside', async () => {
    const result = await runPython('(";" +\n ";")')

    expect(result.results).toEqual([{ is_main_result: true, text: "';;'" }])
  })

  it('comes after what the program displayed before', async () => {
    const result = await runPython('display("first")\n"last"')

    expect(result.results).toEqual([
      { is_main_result: false, text: "'first'" },
      { is_main_result: true, text: "'last'" },
    ])
  })

  it('is not shown when the program failed before it', async () => {
    const result = await runPython('1/0\n42')

    expect(result.results).toEqual([])
  })
})

describe('the program', () => {
  it('is the module __main__', async () => {
    const result = await runPython(py`
      import sys
      print(__name__, sys.modules['__main__'].__dict__ is globals(), __file__, sys.argv)
    `)

    expect(result.stdout).toBe("__main__ True /mnt/data/<code> ['<code>']\n")
  })

  it('is a file that it may read, and none of its folder', async () => {
    const result = await runPython(py`
      import os, pathlib
      print(open(__file__).readline(), pathlib.Path(__file__).parent, os.listdir(), os.walk('.').__next__())
      open('other.txt', 'w').close(); os.remove(__file__)
      print(os.listdir(), os.path.exists(__file__))
    `)

    expect(result).toMatchObject({
      stdout: "import os, pathlib\n /mnt/data [] ('.', [], [])\n['other.txt'] False\n",
      error: null,
    })
  })

  it('starts with no names but those of a module', async () => {
    const result = await runPython('print(sorted(name for name in dir() if name[0] != "_"))')

    expect(result.stdout).toBe('[]\n')
  })

  it('works in /mnt/data', async () => {
    const result = await runPython('import os; print(os.getcwd(), os.listdir())')

    expect(result.stdout).toBe('/mnt/data []\n')
  })

  it('can pickle its own classes', async () => {
    const result = await runPython(py`
      import pickle
      from dataclasses import dataclass

      @dataclass
      class Point:
          x: int

      pickle.loads(pickle.dumps(Point(3)))
    `)

    expect(result.results).toMatchObject([{ text: 'Point(x=3)' }])
  })

  it('can look up its own source and type hints', async () => {
    const result = await runPython(py`
      import inspect, typing

      def double(x: 'int') -> 'int':
          return 2 * x

      class Empty:
          pass

      print(inspect.getsource(double), inspect.getsource(Empty), typing.get_type_hints(double))
    `)

    expect(result.stdout).toBe(
      "def double(x: 'int') -> 'int':\n    return 2 * x\n class Empty:\n    pass\n" +
        " {'x': <class 'int'>, 'return': <class 'int'>}\n",
    )
  })

  it('may import from the future', async () => {
    const result = await runPython(py`
      from __future__ import annotations
      def f(x: Missing): pass
      f.__annotations__
    `)

    expect(result.results).toMatchObject([{ text: "{'x': 'Missing'}" }])
  })

  it('keeps its asserts', async () => {
    const result = await runPython('assert 1 == 2, "not so"')

    expect(result.error).toMatchObject({ name: 'AssertionError', message: 'not so' })
  })

  it('keeps the asserts of a module that it writes', async () => {
    const result = await runPython(py`
      open('checked.py', 'w').write('assert 1 == 2, "not so"')
      import checked
    `)

    expect(result.error).toMatchObject({ name: 'AssertionError', message: 'not so' })
  })

  it('may have any line ends and characters', async () => {
    const result = await runPython('x = "é\u{1F600}"\r\nif x:\r\n    print(x)\r\nlen(x)')

    expect(result).toMatchObject({ stdout: 'é\u{1F600}\n', results: [{ text: '2' }] })
  })
})

describe('modules in the working folder', () => {
  it('can be imported at once after they were written, again and again', async () => {
    const result = await runPython(py`
      import importlib, pathlib
      names = []
      for name in ('one', 'two', 'three'):
          pathlib.Path(name + '.py').write_text(f'name = {name!r}')
          names.append(importlib.import_module(name).name)
      names
    `)

    expect(result.results).toMatchObject([{ text: "['one', 'two', 'three']" }, {}, {}, {}])
  })

  it('can be imported also where the clock stands still', async () => {
    const result = await runPython(py`
      import importlib.util, os
      print(importlib.util.find_spec('late'))
      before = os.stat('.')
      open('late.py', 'w').write('x = 1')
      os.utime('.', ns=(before.st_atime_ns, before.st_mtime_ns))
      import late
      late.x
    `)

    expect(result).toMatchObject({ stdout: 'None\n', results: [{ text: '1' }, {}] })
  })

  it('can be packages', async () => {
    const result = await runPython(py`
      import os
      os.makedirs('shapes')
      open('shapes/__init__.py', 'w').write('from .square import area')
      open('shapes/square.py', 'w').write('def area(a): return a * a')
      import shapes
      shapes.area(4)
    `)

    expect(result.results).toMatchObject([{ text: '16' }, {}, {}])
  })

  it('are seen anew by importlib.reload', async () => {
    const result = await runPython(py`
      import importlib
      open('value.py', 'w').write('x = 1')
      import value
      open('value.py', 'w').write('x = 2')
      importlib.reload(value).x
    `)

    expect(result.results).toMatchObject([{ text: '2' }, {}])
  })

  it('can be among the given files', async () => {
    const bytes = new TextEncoder().encode('def greet(name): return f"Hello, {name}"')

    const result = await runPython('from helper import greet\ngreet("you")', {
      files: [{ name: 'helper.py', bytes }],
    })

    expect(result.results).toEqual([{ is_main_result: true, text: "'Hello, you'" }])
  })
})

describe('the end of the program', () => {
  it.each([
    'exit()',
    'quit()',
    'import sys; sys.exit()',
    'import sys; sys.exit(0)',
    'raise SystemExit',
  ])('is quiet after %s', async (code) => {
    const result = await runPython(`print("before")\n${code}\nprint("after")`)

    expect(result).toMatchObject({ stdout: 'before\n', stderr: '', error: null })
  })

  it.each([
    ['3', '3'],
    ['"no data"', 'no data'],
  ])('is an error after sys.exit(%s)', async (argument, message) => {
    const result = await runPython(`import sys; sys.exit(${argument})`)

    expect(result.error).toMatchObject({ type: 'execution_error', name: 'SystemExit', message })
  })

  it('runs the functions registered for it, whose files and output count', async () => {
    const result = await runPython(py`
      import atexit
      @atexit.register
      def leave():
          print('bye')
          open('last.txt', 'w').write('words')
      raise ValueError('early')
    `)

    expect(result).toMatchObject({
      stdout: 'bye\n',
      error: { name: 'ValueError' },
      results: [{ file: { name: 'last.txt', bytes: 5 } }],
    })
  })

  it('tells on stderr of a function registered for it that fails', async () => {
    const result = await runPython('import atexit; atexit.register(lambda: 1/0)')

    expect(result).toMatchObject({
      error: null,
      stderr: expect.stringContaining('ZeroDivisionError: division by zero'),
    })
  })
})

describe('display', () => {
  it('shows several values at once as results of their own', async () => {
    const result = await runPython('display(1, "two")')

    expect(displayed(result)).toEqual([
      { is_main_result: false, text: '1' },
      { is_main_result: false, text: "'two'" },
    ])
  })

  it('takes a MIME bundle and options as IPython does', async () => {
    const result = await runPython(
      'display({"text/html": "<b>x</b>", "text/plain": "x"}, raw=True, display_id="a")',
    )

    expect(displayed(result)).toEqual([{ is_main_result: false, text: 'x', html: '<b>x</b>' }])
  })

  it('stops after a hundred results and says so', async () => {
    const result = await runPython('for i in range(105): display(i)')

    expect(result.results).toHaveLength(100)
    expect(result.stderr).toBe('Only the first 100 results are shown.\n')
  })
})
