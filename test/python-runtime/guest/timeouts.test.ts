import { describe, expect, it } from 'vitest'
import { py } from '../../support/py.ts'
import { runPython } from '../../support/run-python.ts'

const timeoutMs = 400

describe('a program whose time is up', () => {
  it('is told apart from one that fails, and where it was', async () => {
    const result = await runPython('print("before")\nwhile True:\n    x = 1', { timeoutMs })

    expect(result).toMatchObject({
      stdout: 'before\n',
      error: {
        type: 'timeout',
        name: 'ExecutionTimeout',
        message: 'execution exceeded 400 ms',
        traceback: expect.stringMatching(
          /^Traceback[^]*File "<code>", line [23], in <module>\n[^]*\nExecutionTimeout: execution exceeded 400 ms\n$/,
        ),
      },
    })
    expect(result.error?.traceback).not.toContain('_sandbox')
  })

  it('says so in the last line of stderr', async () => {
    const result = await runPython('while True: pass', { timeoutMs })

    expect(result.stderr).toBe('TimeoutError: execution exceeded 400 ms\n')
  })

  it('runs its finally blocks and context managers', async () => {
    const result = await runPython(
      py`
        import contextlib
        @contextlib.contextmanager
        def room():
            try:
                yield
            finally:
                print('left')
        with room():
            while True: pass
      `,
      { timeoutMs },
    )

    expect(result).toMatchObject({ stdout: 'left\n', error: { type: 'timeout' } })
  })

  it('keeps what it printed into a buffer of its own', async () => {
    const result = await runPython(
      py`
        import io, sys
        sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding='utf-8')
        print('buffered')
        while True: pass
      `,
      { timeoutMs },
    )

    expect(result).toMatchObject({ stdout: 'buffered\n', error: { type: 'timeout' } })
  })

  it('keeps its results, the figures that it showed, and its files', async () => {
    const result = await runPython(
      py`
        import matplotlib.pyplot as plt
        display('shown')
        plt.plot([1, 2]); plt.show()
        open('kept.txt', 'w').write('x')
        while True: pass
      `,
      { timeoutMs: 5_000 },
    )

    expect(result.results).toMatchObject([
      { text: "'shown'" },
      { png: expect.any(String) },
      { file: { name: 'kept.txt' } },
    ])
    expect(result.error).toMatchObject({ type: 'timeout' })
  })

  it('keeps its files also when it was ended the hard way', async () => {
    const result = await runPython(
      py`
        open('kept.txt', 'w').write('x')
        while True:
            try:
                while True: pass
            except BaseException: pass
      `,
      { timeoutMs },
    )

    expect(result.results).toMatchObject([{ file: { name: 'kept.txt' } }])
    expect(result.error).toMatchObject({ type: 'timeout' })
  })

  it('is not shown the handler that stopped it', async () => {
    const result = await runPython(
      py`
        class Endless:
            def __del__(self):
                while True: pass
        Endless()
      `,
      { timeoutMs },
    )

    expect(result.stderr).toContain('in __del__')
    expect(result.stderr).not.toContain('_sandbox')
  })

  it('ends also in the longest sleep', async () => {
    const result = await runPython('import threading, time; time.sleep(threading.TIMEOUT_MAX)', {
      timeoutMs,
    })

    expect(result.error).toMatchObject({ type: 'timeout' })
  })

  it('has two of its open figures drawn at most, as its grace is short', async () => {
    const result = await runPython(
      py`
        import matplotlib.pyplot as plt
        for n in range(5): plt.figure(); plt.plot([n])
        while True: pass
      `,
      { timeoutMs: 5_000 },
    )

    expect(result.results.length).toBeLessThanOrEqual(2)
    expect(result.stderr).toContain(
      '3 open figures are not shown.\nTimeoutError: execution exceeded 5000 ms\n',
    )
  })

  it('says so once when a figure takes longer than its grace to draw', async () => {
    const result = await runPython(
      py`
        import matplotlib.pyplot as plt
        class Endless(plt.Line2D):
            def draw(self, renderer):
                while True: pass
        plt.gca().add_artist(Endless([], []))
        while True: pass
      `,
      { timeoutMs: 1_000 },
    )

    expect(result.stderr).toBe('TimeoutError: execution exceeded 1000 ms\n')
    expect(result.error).toMatchObject({
      type: 'timeout',
      traceback: expect.stringContaining('File "<code>", line 6, in <module>'),
    })
  })

  it.each([
    ['caught it', 'try:\n    while True: pass\nexcept TimeoutError:\n    print("caught")'],
    [
      'caught every exception',
      'try:\n    while True: pass\nexcept BaseException:\n    print("caught")',
    ],
    ['leaves quietly after it', 'try:\n    while True: pass\nexcept TimeoutError:\n    exit()'],
  ])('has run out of time also when it %s', async (_, code) => {
    const result = await runPython(code, { timeoutMs })

    expect(result.error).toMatchObject({
      type: 'timeout',
      name: 'ExecutionTimeout',
      traceback: expect.stringMatching(/File "<code>", line [12], in <module>/),
    })
  })

  it('has run out of time also when another error came of it', async () => {
    const result = await runPython(
      'try:\n    while True: pass\nfinally:\n    raise ValueError("other")',
      { timeoutMs },
    )

    expect(result.error).toMatchObject({ type: 'timeout', name: 'ValueError' })
    expect(result.error?.traceback).toContain('ExecutionTimeout: execution exceeded')
  })

  it.each([
    ['a repr', 'class A:\n    def __repr__(self):\n        while True: pass\nA()'],
    ['a format', 'class A:\n    def _repr_html_(self):\n        while True: pass\nA()'],
    ['an exit function', 'import atexit\n@atexit.register\ndef f():\n    while True: pass'],
    [
      "an error's text",
      'class E(Exception):\n    def __str__(self):\n        while True: pass\nraise E',
    ],
    ['a destructor', 'class A:\n    def __del__(self):\n        while True: pass\nA()\nNone'],
    [
      'a replaced stream',
      'import sys\nclass S:\n    def flush(self):\n        while True: pass\nsys.stdout = S()',
    ],
    ['a coroutine', 'async def f():\n    while True: pass\nawait f()'],
    ['a sleep of asyncio', 'import asyncio\nawait asyncio.sleep(60)'],
    ['an import', 'open("m.py", "w").write("while True: pass")\nimport m'],
    ['an exception hook', 'import sys\ndef f(*a):\n    while True: pass\nsys.excepthook = f\n1/0'],
  ])('ends also in %s', async (_, code) => {
    const result = await runPython(`print("before")\n${code}`, { timeoutMs })

    expect(result).toMatchObject({ stdout: 'before\n', error: { type: 'timeout' } })
    expect(result.usage.wall_ms).toBeLessThan(3_000)
  })

  it('gets whole results out', async () => {
    const result = await runPython('while True: display("x" * 50_000)', { timeoutMs })

    expect(result.error).toMatchObject({ type: 'timeout' })
    expect(result.results.length).toBeGreaterThan(1)
  })
})

it('a program that is done in time has no timeout', async () => {
  const result = await runPython('1', { timeoutMs: 5_000 })

  expect(result).toMatchObject({ error: null, stderr: '' })
})
