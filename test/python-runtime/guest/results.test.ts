import { describe, expect, it } from 'vitest'
import { py } from '../../support/py.ts'
import { displayed, runPython } from '../../support/run-python.ts'

/** A program that ends with an object whose class has this body. */
const shows = (body: string) => `class Shown:\n${body.replace(/^/gm, '    ')}\nShown()`

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('the formats of a result', () => {
  it('are all that its class offers', async () => {
    const result = await runPython(
      shows(py`
        def __repr__(self): return 'plain'
        def _repr_html_(self): return '<b>html</b>'
        def _repr_markdown_(self): return '**markdown**'
        def _repr_latex_(self): return '$latex$'
        def _repr_json_(self): return {'a': [1, None]}
        def _repr_svg_(self): return '<svg/>'
        def _repr_jpeg_(self): return b'jpeg'
        def _repr_pdf_(self): return b'pdf'
      `),
    )

    expect(displayed(result)).toEqual([
      {
        is_main_result: true,
        text: 'plain',
        html: '<b>html</b>',
        markdown: '**markdown**',
        latex: '$latex$',
        json: { a: [1, null] },
        svg: '<svg/>',
        jpeg: 'anBlZw==',
        pdf: 'cGRm',
      },
    ])
  })

  it('take pictures as bytes and as base64', async () => {
    const result = await runPython(py`
      from base64 import b64decode
      class Bytes:
          def _repr_png_(self): return b64decode('${PIXEL}')
      class Text:
          def _repr_png_(self): return '${PIXEL}'
      display(Bytes(), Text())
    `)

    expect(displayed(result).map((item) => item.png)).toEqual([PIXEL, PIXEL])
  })

  it('leave out a JPEG of what is a PNG already', async () => {
    const result = await runPython(
      shows(py`
        def _repr_png_(self): return b'png'
        def _repr_jpeg_(self): return b'jpeg'
      `),
    )

    expect(Object.keys(displayed(result)[0] ?? {}).toSorted()).toEqual([
      'is_main_result',
      'png',
      'text',
    ])
  })

  it('take content with metadata', async () => {
    const result = await runPython(
      shows(py`
        def __repr__(self): return 'x'
        def _repr_html_(self): return '<i>x</i>', {'isolated': True}
      `),
    )

    expect(displayed(result)).toEqual([{ is_main_result: true, text: 'x', html: '<i>x</i>' }])
  })

  it('come from a MIME bundle first', async () => {
    const result = await runPython(
      shows(py`
        def _repr_mimebundle_(self, include=None, exclude=None):
            return {'text/plain': 'p', 'text/html': '<b>b</b>', 'application/x-other': 1}, {}
        def _repr_html_(self): return 'not this'
        def _repr_markdown_(self): return '*m*'
      `),
    )

    expect(displayed(result)).toEqual([
      { is_main_result: true, text: 'p', html: '<b>b</b>', markdown: '*m*' },
    ])
  })

  it('are those of an instance, not of a class', async () => {
    const result = await runPython(py`
      class Page:
          def _repr_html_(self): return '<p>'
      Page
    `)

    expect(displayed(result)).toEqual([{ is_main_result: true, text: "<class '__main__.Page'>" }])
  })

  it('are only the text for an object that answers to every name', async () => {
    const result = await runPython('from unittest.mock import MagicMock\nMagicMock(name="m")')

    expect(displayed(result)).toEqual([
      { is_main_result: true, text: expect.stringContaining("<MagicMock name='m'") },
    ])
  })

  it('hold JSON only: no NaN, no Python objects', async () => {
    const result = await runPython(py`
      import datetime, enum, math
      class Color(enum.StrEnum):
          RED = 'red'
      class Good:
          def _repr_json_(self):
              return {1: math.nan, 'b': (math.inf, datetime.date(2024, 1, 2), Color.RED)}
      class Bad:
          def _repr_json_(self): return {'a': object()}
      display(Good(), Bad())
    `)

    expect(displayed(result).map((item) => item.json)).toEqual([
      { '1': null, b: [null, '2024-01-02', 'red'] },
      undefined,
    ])
    expect(result.stderr).toBe('_repr_json_ failed: TypeError: object has no form in JSON\n')
  })
})

describe('a format that fails', () => {
  it('costs only itself and is told on stderr', async () => {
    const result = await runPython(
      shows(py`
        def __repr__(self): return 'plain'
        def _repr_html_(self): raise ValueError('no html')
        def _repr_markdown_(self): return '*m*'
        def _repr_svg_(self): return 7
        def _repr_png_(self): return 'not base64!'
      `),
    )

    expect(displayed(result)).toEqual([{ is_main_result: true, text: 'plain', markdown: '*m*' }])
    expect(result).toMatchObject({
      error: null,
      stderr: expect.stringMatching(
        /^_repr_html_ failed: ValueError: no html\n_repr_svg_ failed: TypeError: .*\n_repr_png_ failed: .*\n$/,
      ),
    })
  })

  it('may be the repr', async () => {
    const result = await runPython(
      shows(py`
        def __repr__(self): raise RuntimeError('no repr')
        def _repr_html_(self): return '<b>'
      `),
    )

    expect(displayed(result)).toEqual([
      { is_main_result: true, text: '<Shown object whose repr failed>', html: '<b>' },
    ])
    expect(result.stderr).toBe('repr failed: RuntimeError: no repr\n')
  })

  it('may be a repr that returns no string or recurses forever', async () => {
    const result = await runPython(py`
      class Number:
          def __repr__(self): return 1
      class Endless:
          def __repr__(self): return f'{self!r}'
      display(Number(), Endless())
    `)

    expect(displayed(result).map((item) => item.text)).toEqual([
      '<Number object whose repr failed>',
      '<Endless object whose repr failed>',
    ])
  })

  it('may be the looking for formats', async () => {
    const result = await runPython(
      shows(py`
        def __repr__(self): return 'plain'
        def __getattr__(self, name): raise KeyError(name)
      `),
    )

    expect(displayed(result)).toEqual([{ is_main_result: true, text: 'plain' }])
  })
})

describe('the size of a result', () => {
  it('is bounded for text, which keeps its head and tail', async () => {
    const result = await runPython(
      shows('def __repr__(self): return "a" * 100_000 + "b" * 100_000'),
    )

    const text = displayed(result)[0]?.text ?? ''
    expect(text).toMatch(/^a{32768}\n… 134464 characters left out …\nb{32768}$/)
  })

  it.each([
    [
      'a list',
      'list(range(10_000_000))',
      /^\[0, 1, .*, … 9998000 items left out …, .* 9999999\]$/s,
    ],
    ['a tuple', '(7,) * 5_000_000', /^\(7, 7, .*, … 4998000 items left out …, .* 7\)$/s],
    [
      'a dict',
      '{n: n for n in range(100_000)}',
      /^\{0: 0, .*1999: 1999, … 98000 items left out …\}$/s,
    ],
    ['a set', 'set(range(100_000))', /^\{0, .*1999, … 98000 items left out …\}$/s],
    [
      'a frozenset',
      'frozenset(range(9_999))',
      /^frozenset\(\{0, .*, … 7999 items left out …\}\)$/s,
    ],
    ['a string', '"é" * 50_000_000', /^'é{32768}'\n… 49934464 characters left out …\n'é{32768}'$/],
    ['bytes', 'bytes(1_000_000)', /^b'.*'\n… 983616 bytes left out …\nb'/s],
  ])('is bounded for %s without writing it all out', async (_, code, expected) => {
    const result = await runPython(code)

    expect(displayed(result)[0]?.text).toMatch(expected)
  })

  it('leaves out what is of no use in part, and says so in the text', async () => {
    const result = await runPython(
      shows(py`
        def __repr__(self): return 'large'
        def _repr_html_(self): return '<p>' * 400_000
        def _repr_json_(self): return ['x'] * 400_000
        def _repr_png_(self): return bytes(5_000_000)
        def _repr_latex_(self): return '$' * 200_000
      `),
    )

    expect(displayed(result)).toEqual([
      {
        is_main_result: true,
        text:
          'large\n[html left out: it has 1200000 characters, and a result may have 1000000]' +
          '\n[json left out: it has 2000000 characters, and a result may have 1000000]' +
          '\n[png left out: it has 5000000 bytes, and a result may have 4194304]',
        latex: expect.stringContaining('134464 characters left out'),
      },
    ])
  })

  it('leaves out JSON of more values than are read in one go', async () => {
    const result = await runPython(
      shows(py`
        def __repr__(self): return 'many'
        def _repr_json_(self): return [0] * 50_000
      `),
    )

    expect(displayed(result)).toEqual([
      { is_main_result: true, text: 'many\n[json left out: it has more than 40000 values]' },
    ])
  })

  it('is bounded for values that nest without end', async () => {
    const result = await runPython('x = []\nx.append(x)\nx')

    expect(displayed(result)).toEqual([{ is_main_result: true, text: '[[...]]' }])
  })
})

it('leaves out JSON that nests deeper than its readers may follow', async () => {
  const { results, stderr, error } = await runPython(py`
    class Deep:
        def __repr__(self): return 'deep'
        def _repr_json_(self):
            nested = []
            for _ in range(100_000): nested = [nested]
            return nested
    Deep()
  `)

  expect(results).toEqual([{ is_main_result: true, text: 'deep' }])
  expect(stderr).toBe('_repr_json_ failed: ValueError: JSON may nest 80 deep\n')
  expect(error).toBeNull()
})
