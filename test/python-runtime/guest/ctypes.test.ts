import { describe, expect, it } from 'vitest'
import { py } from '../../support/py.ts'
import { runPython } from '../../support/run-python.ts'

// What is expected here is what CPython 3.14 answered on Linux.

/** What a program printed that ends without an error. */
async function printed(code: string): Promise<string> {
  const { stdout, error } = await runPython(code)
  if (error) throw new Error(error.traceback)
  return stdout
}

describe('ctypes', () => {
  it('works on memory', async () => {
    const stdout = await printed(py`
      import ctypes as c, numpy
      buffer, wide, numbers = c.create_string_buffer(b'hello', 8), c.create_unicode_buffer('wide'), (c.c_int * 3)(1, 2, 3)
      print(c.memset(buffer, 65, 3) == c.addressof(buffer), buffer.raw)
      c.memmove(c.addressof(buffer) + 1, buffer, 4)
      print(buffer.raw, c.string_at(buffer), c.string_at(c.byref(buffer, 2), 2), c.string_at(b'abc'))
      print(c.wstring_at(wide), c.wstring_at(wide, 2), c.wstring_at('xy'))
      print(c.cast(numbers, c.POINTER(c.c_int))[2], c.cast(c.byref(numbers, 4), c.POINTER(c.c_int))[1])
      print(c.cast(None, c.c_void_p).value, c.cast(b'q', c.c_char_p).value)
      print(bytes(c.memoryview_at(buffer, 3)), c.memoryview_at(buffer, 3, True).readonly)
      print(numpy.arange(3.0).ctypes.data_as(c.POINTER(c.c_double))[1])
    `)

    expect(stdout.split('\n')).toEqual([
      String.raw`True b'AAAlo\x00\x00\x00'`,
      String.raw`b'AAAAl\x00\x00\x00' b'AAAAl' b'AA' b'abc'`,
      'wide wi xy',
      '3 3',
      "None b'q'",
      "b'AAA' True",
      '1.0',
      '',
    ])
  })

  it.each([
    ['NotImplementedError', 'ctypes.CFUNCTYPE(ctypes.c_int)(1234)()'],
    ['NotImplementedError', 'ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_int)(1234)(1)'],
    ['ArgumentError', 'ctypes.string_at(1.5)'],
    ['TypeError', 'ctypes.cast(b"", ctypes.c_int)'],
    ['ValueError', 'ctypes.memset(None, 0, 1)'],
  ])('raises %s for %s', async (name, code) => {
    const { error } = await runPython(`import ctypes\n${code}`)

    expect(error).toMatchObject({ type: 'execution_error', name })
  })
})
