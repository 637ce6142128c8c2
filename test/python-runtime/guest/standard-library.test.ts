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

describe('input()', () => {
  it('reads from what the program put in the place of stdin', async () => {
    const stdout = await printed(py`
      import io, sys
      sys.stdin = io.StringIO('seven\n8\n')
      print(input('name? '), int(input()) + 1)
      try:
          input()
      except EOFError as error:
          print(error)
    `)

    expect(stdout).toBe('name? seven 9\nEOF when reading a line\n')
  })
})

describe('the standard streams', () => {
  it('have names and modes', async () => {
    const stdout = await printed(py`
      import sys
      for stream in (sys.stdin, sys.stdout, sys.stderr):
          print(stream.name, stream.mode, stream.buffer.name)
    `)

    expect(stdout).toBe('<stdin> r <stdin>\n<stdout> w <stdout>\n<stderr> w <stderr>\n')
  })
})

describe('tools for programmers', () => {
  it('run the examples of docstrings', async () => {
    const stdout = await printed(py`
      import doctest
      def twice(x):
          """
          >>> twice(2)
          4
          >>> twice(3)
          7
          """
          return 2 * x
      print(doctest.testmod())
    `)

    expect(stdout).toContain('Expected:\n    7\nGot:\n    6\n')
    expect(stdout).toContain('TestResults(failed=1, attempted=2)')
  })

  it('leave a debugger that has nobody to ask', async () => {
    const { stdout, error } = await runPython('x = 1\nbreakpoint()\nprint(x)')

    expect(stdout).toContain('> <code>(2)<module>()\n-> breakpoint()\n(Pdb) ')
    expect(error).toMatchObject({ name: 'SystemExit', message: '1' })
  })

  it('show a stack that begins with the program', async () => {
    const { stdout, stderr } = await runPython(py`
      import traceback
      def inner():
          traceback.print_stack()
          print([frame.name for frame in traceback.extract_stack()])
          print([frame.f_code.co_name for frame, _ in traceback.walk_stack(None)])
      inner()
      None
    `)

    expect(stderr).toBe(
      '  File "<code>", line 6, in <module>\n    inner()\n' +
        '  File "<code>", line 3, in inner\n    traceback.print_stack()\n',
    )
    expect(stdout).toBe("['<module>', 'inner']\n['inner', '<module>']\n")
  })
})

describe('a SyntaxError that is found after parsing', () => {
  it.each([
    ['return 5', '    return 5\n    ^^^^^^^^\n', "'return' outside function"],
    [
      'x = 1\ndef f(a, a): pass',
      '    def f(a, a): pass\n             ^\n',
      "duplicate argument 'a' in function definition",
    ],
    ['print(1)\nbreak', '    break\n    ^^^^^\n', "'break' outside loop"],
    [
      'from __future__ import nope',
      '    from __future__ import nope\n                           ^^^^\n',
      'future feature nope is not defined',
    ],
  ])('shows its line, in %j', async (code, shown, message) => {
    const { error } = await runPython(code)

    const line = code.split('\n').length
    expect(error?.traceback).toBe(
      `  File "<code>", line ${line}\n${shown}SyntaxError: ${message}\n`,
    )
  })

  it('has a line after an unusual end of line too', async () => {
    const { error } = await runPython('x = "\u2028"\rreturn x')

    expect(error?.traceback).toContain('line 2\n    return x\n    ^^^^^^^^\n')
  })
})

it('takes the mark that a file may begin with', async () => {
  const { stdout, error } = await runPython('\ufeffprint("read")\n1/0')

  expect(stdout).toBe('read\n')
  expect(error?.traceback).toContain('line 2, in <module>\n    1/0')
})

describe('locales', () => {
  it('are those of C', async () => {
    const stdout = await printed(py`
      import locale
      print(locale.setlocale(locale.LC_ALL))
      print(locale.getlocale(), locale.setlocale(locale.LC_NUMERIC))
      saved = locale.setlocale(locale.LC_ALL)
      for name in ('', 'C', 'POSIX', 'C.utf8', ('C', 'UTF-8'), saved):
          print(locale.setlocale(locale.LC_ALL, name))
      print(locale.format_string('%d', 1234567, grouping=True))
    `)

    const mixed =
      'LC_CTYPE=C.UTF-8;LC_NUMERIC=C;LC_TIME=C;LC_COLLATE=C;LC_MONETARY=C;LC_MESSAGES=C;LC_PAPER=C;' +
      'LC_NAME=C;LC_ADDRESS=C;LC_TELEPHONE=C;LC_MEASUREMENT=C;LC_IDENTIFICATION=C'
    expect(stdout.split('\n')).toEqual([
      mixed,
      "('C', 'UTF-8') C",
      'C.UTF-8',
      'C',
      'C',
      'C.utf8',
      'C.UTF-8',
      mixed,
      '1234567',
      '',
    ])
  })

  it.each(['de_DE.UTF-8', 'fr_FR', 'en_US.UTF-8', 'C;C', 'LC_CTYPE=C;LC_NUMERIC=C'])(
    'are not %s',
    async (name) => {
      const stdout = await printed(py`
        import locale
        for category in (locale.LC_ALL, locale.LC_NUMERIC):
            try:
                locale.setlocale(category, '${name}')
            except locale.Error as error:
                print(error)
      `)

      expect(stdout).toBe('unsupported locale setting\n'.repeat(2))
    },
  )
})

describe('keys from passwords', () => {
  it('are derived by PBKDF2', async () => {
    const stdout = await printed(py`
      import hashlib
      print(hashlib.pbkdf2_hmac('sha256', b'p', b's', 100_000).hex())
      for name in ('md5', 'sha1', 'sha512', 'sha3_256', 'blake2b', 'blake2s'):
          print(name, hashlib.pbkdf2_hmac(name, b'p' * 200, b's', 10, 100).hex()[-16:])
      for arguments in (('sha256', b'', b'', 0), ('sha256', b'', b'', 1, 0), ('nope', b'', b'', 1)):
          try:
              hashlib.pbkdf2_hmac(*arguments)
          except ValueError as error:
              print(error)
    `)

    expect(stdout.split('\n')).toEqual([
      'fc5ea4743fcb9b922c8e8e0f01bf0f9fac8b061e58e9e1796d72b4d4cd84c6c6',
      'md5 fe6670528503fb5a',
      'sha1 98d3fb9de1a13167',
      'sha512 0f3fd9dc832dfb68',
      'sha3_256 e5f8866ecedfc3ef',
      'blake2b 2e76972d85c3582f',
      'blake2s 88794a9fb49920c4',
      'iteration value must be greater than 0.',
      'key length must be greater than 0.',
      'unsupported hash type nope',
      '',
    ])
  })

  it('are derived by scrypt', async () => {
    const stdout = await printed(py`
      import hashlib
      print(hashlib.scrypt(b'', salt=b'', n=16, r=1, p=1).hex())
      print(hashlib.scrypt(b'p', salt=b's', n=64, r=8, p=2, dklen=20).hex())
      for options in ({'n': 15}, {'n': 2**20}, {'n': 16, 'dklen': 0}):
          try:
              hashlib.scrypt(b'p', salt=b's', **{'r': 8, 'p': 1, **options})
          except ValueError as error:
              print(error)
    `)

    expect(stdout.split('\n')).toEqual([
      // The first test vector of RFC 7914.
      '77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442' +
        'fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906',
      '0c60381c6e0489d29a0adf35d7f00eae62ce7877',
      'n must be a power of 2.',
      'memory limit exceeded',
      'dklen must be greater than 0 and smaller than 2147483647',
      '',
    ])
  })
})

describe('files with keys', () => {
  it('keep what is put into a shelf', async () => {
    const stdout = await printed(py`
      import dbm, shelve
      with shelve.open('/tmp/shelf') as shelf:
          shelf['list'] = [1, {'two': 3}]
      with shelve.open('/tmp/shelf') as shelf:
          print(dict(shelf), dbm.whichdb('/tmp/shelf'))
      import dbm.dumb
      with dbm.dumb.open('/tmp/plain', 'c') as database:
          database['key'] = 'value'
      with dbm.open('/tmp/plain', 'r') as database:
          print(database['key'], dbm.whichdb('/tmp/plain'))
    `)

    expect(stdout).toBe("{'list': [1, {'two': 3}]} dbm.sqlite3\nb'value' dbm.dumb\n")
  })
})

it('has no browser to show a page in', async () => {
  const stdout = await printed(py`
    import antigravity, webbrowser
    print(webbrowser.open('https://example.org'))
    try:
        webbrowser.get()
    except webbrowser.Error as error:
        print(error)
  `)

  expect(stdout).toBe('False\ncould not locate runnable browser\n')
})

it('lets a program name the policy of event loops that there is', async () => {
  const stdout = await printed(py`
    import asyncio, warnings
    warnings.simplefilter('ignore')
    async def main():
        await asyncio.sleep(0.01)
        return 5
    for policy in (asyncio.DefaultEventLoopPolicy(), None):
        asyncio.set_event_loop_policy(policy)
        print(asyncio.run(main()))
  `)

  expect(stdout).toBe('5\n5\n')
})

it('has no hard links', async () => {
  const { error } = await runPython(py`
    import os
    open('/tmp/a', 'w').close()
    os.link('/tmp/a', '/tmp/b')
  `)

  expect(error).toMatchObject({
    name: 'PermissionError',
    message: expect.stringContaining("Operation not permitted: '/tmp/a' -> '/tmp/b'"),
  })
})
