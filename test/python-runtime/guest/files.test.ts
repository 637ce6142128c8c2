import { gunzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { py } from '../../support/py.ts'
import { filesOf, runPython } from '../../support/run-python.ts'

const text = (content: string) => new TextEncoder().encode(content)

describe('files that a program writes', () => {
  it('are results, by name', async () => {
    const result = await runPython(py`
      import pathlib
      pathlib.Path('b.txt').write_text('bé')
      pathlib.Path('a.bin').write_bytes(bytes(range(256)))
      pathlib.Path('/mnt/data/c.csv').write_text('x,y\n1,2\n')
      None
    `)

    expect(Object.entries(await filesOf(result))).toEqual([
      ['a.bin', Uint8Array.from({ length: 256 }, (_, n) => n)],
      ['b.txt', text('bé')],
      ['c.csv', text('x,y\n1,2\n')],
    ])
  })

  it('may be in folders, of which the name says nothing', async () => {
    const result = await runPython(py`
      import os
      os.makedirs('out/deep/empty')
      open('out/deep/file.txt', 'w').write('x')
      open('out/other.txt', 'w').write('y')
      None
    `)

    expect(Object.keys(await filesOf(result))).toEqual(['file.txt', 'other.txt'])
  })

  it('are results also when the program fails', async () => {
    const result = await runPython('open("x", "w").write("1")\n1/0')

    expect(Object.keys(await filesOf(result))).toEqual(['x'])
  })

  it('are results when they were left open', async () => {
    const result = await runPython('file = open("x", "wb", buffering=0)\nfile.write(b"1");')

    expect(await filesOf(result)).toEqual({ x: text('1') })
  })

  it('may be taken away with the folder of the program', async () => {
    const result = await runPython(py`
      import os, shutil
      shutil.rmtree('/mnt')
      print(os.path.exists('/mnt'))
    `)

    expect(result).toMatchObject({ stdout: 'False\n', error: null })
  })

  it('may be empty', async () => {
    const result = await runPython('open("empty", "w").close()')

    expect(await filesOf(result)).toEqual({ empty: new Uint8Array() })
  })

  it("may be outside of the working folder, but for what is temporary, hidden or the system's", async () => {
    const result = await runPython(py`
      import os, tempfile
      os.chdir(tempfile.mkdtemp())
      open('elsewhere.txt', 'w').write('x')
      open('/tmp/other.txt', 'w').write('x')
      open('/root.txt', 'w').write('x')
      os.makedirs('/mnt/data/folder'); os.makedirs('/app/out'); os.makedirs('/tmp/.cache')
      open('/app/out/data.csv', 'w').write('x')
      open('/tmp/.cache/kept', 'w').write('x'); open('/usr/module.py', 'w').write('x')
    `)

    expect(Object.keys(await filesOf(result))).toEqual(['data.csv', 'root.txt', 'other.txt'])
  })

  it('have their folders in their names where several have the same', async () => {
    const result = await runPython(py`
      import os
      for folder in ('a', 'b/c', '/tmp'):
          os.makedirs(folder, exist_ok=True)
          open(f'{folder}/report.csv', 'w').write(folder)
      open('other.csv', 'w').write('x');
    `)

    expect(await filesOf(result)).toEqual({
      'a-report.csv': text('a'),
      'b-c-report.csv': text('b/c'),
      'other.csv': text('x'),
      'tmp-report.csv': text('/tmp'),
    })
  })

  it('are none for links, bytecode and what was removed again', async () => {
    const result = await runPython(py`
      import os, py_compile
      os.symlink('/etc', 'folder'); os.symlink('/dev/null', 'link'); os.symlink('nowhere', 'broken')
      open('gone', 'w').close(); os.remove('gone')
      open('m.py', 'w').write('x = 1'); py_compile.compile('m.py'); import m
    `)

    expect(Object.keys(await filesOf(result))).toEqual(['m.py'])
  })
})

describe('files that a program was given', () => {
  const files = [
    { name: 'same.csv', bytes: text('a,b\n1,2\n') },
    { name: 'changed.txt', bytes: text('old') },
  ]

  it('can be read', async () => {
    const result = await runPython('open("same.csv").read()', { files })

    expect(result.results).toEqual([{ is_main_result: true, text: "'a,b\\n1,2\\n'" }])
  })

  it('are results if they changed, also when neither size nor time did', async () => {
    const result = await runPython(
      py`
        import os
        before = os.stat('changed.txt')
        open('changed.txt', 'w').write('new')
        os.utime('changed.txt', ns=(before.st_atime_ns, before.st_mtime_ns))
        os.utime('same.csv')
      `,
      { files },
    )

    expect(await filesOf(result)).toEqual({ 'changed.txt': text('new') })
  })
})

describe('files past the limits', () => {
  it('are named on stderr when there are too many', async () => {
    const result = await runPython('for n in range(108): open(f"{n:03}", "w").close()')

    expect(Object.keys(await filesOf(result))).toHaveLength(100)
    expect(result.stderr).toMatch(
      /^Not returned: '100' is one more than the 100 that may be returned\.\n(.*\n){4}Not returned: 3 more files\.\n$/,
    )
  })

  it('are named on stderr when they are too large, and the others are returned', async () => {
    const result = await runPython(py`
      open('a.bin', 'wb').write(bytes(21 * 1024 * 1024))
      open('b.txt', 'w').write('small')
      None
    `)

    expect(Object.keys(await filesOf(result))).toEqual(['b.txt'])
    expect(result.stderr).toBe(
      "Not returned: 'a.bin' has 22020096 bytes, and a file may have 20971520.\n",
    )
  })

  it('are named on stderr when together they are too large', async () => {
    const result = await runPython('for n in "abc": open(n, "wb").write(bytes(18 * 1024 * 1024))')

    expect(Object.keys(await filesOf(result))).toEqual(['a', 'b'])
    expect(result.stderr).toMatch(/^Not returned: 'c' makes the files larger/)
  })

  it('are named on stderr when their name is not text', async () => {
    const result = await runPython('open("a\\nb", "w").close(); open("c\\x1bd", "w").close()')

    expect(await filesOf(result)).toEqual({})
    expect(result.stderr).toMatch(/^(Not returned: '.*' has a name that is not text\.\n){2}$/)
  })
})

describe('files that a program leaves open', () => {
  it('have all that was written into them', async () => {
    const result = await runPython(py`
      import bz2, codecs, csv, gzip, lzma, zipfile
      plain = open('plain.txt', 'w'); plain.write('text')
      binary = open('binary.bin', 'wb'); binary.write(b'bytes')
      csv.writer(open('table.csv', 'w')).writerow([1, 2])
      table = csv.writer(held := open('held.csv', 'w')); table.writerow([3, 4])
      packed = gzip.open('packed.gz', 'wt'); packed.write('gzip')
      other = bz2.open('packed.bz2', 'wt'); other.write('bz2')
      third = lzma.open('packed.xz', 'wt'); third.write('xz')
      folder = zipfile.ZipFile('folder.zip', 'w'); folder.writestr('a.txt', 'in a zip')
      coded = codecs.open('coded.txt', 'w', 'utf-16-le'); coded.write('é')
      cycle = [open('cycle.txt', 'w')]; cycle.append(cycle); cycle[0].write('in a cycle')
      class Owner:
          def __init__(self): self.file = open('owned.txt', 'w')
          def __del__(self): self.file.write('last'); self.file.close()
      owner = Owner()
    `)
    expect(result.error).toBeNull()
    expect(result.stderr).toBe(
      '<code>:10: DeprecationWarning: codecs.open() is deprecated. Use open() instead.\n' +
        "  coded = codecs.open('coded.txt', 'w', 'utf-16-le'); coded.write('é')\n",
    )
    const files = await filesOf(result)
    const contentOf = (name: string) => new TextDecoder().decode(files[name])
    expect(contentOf('plain.txt')).toBe('text')
    expect(contentOf('binary.bin')).toBe('bytes')
    expect(contentOf('table.csv')).toBe('1,2\r\n')
    expect(contentOf('held.csv')).toBe('3,4\r\n')
    expect(gunzipSync(files['packed.gz'] ?? '').toString()).toBe('gzip')
    expect(unzipSync(files['folder.zip'] ?? new Uint8Array())['a.txt']).toEqual(
      new TextEncoder().encode('in a zip'),
    )
    expect(files['coded.txt']).toEqual(new Uint8Array([0xe9, 0]))
    expect(contentOf('cycle.txt')).toBe('in a cycle')
    expect(contentOf('owned.txt')).toBe('last')
    const unpacked = await runPython(
      'import bz2, lzma; print(bz2.open("packed.bz2", "rt").read(), lzma.open("packed.xz", "rt").read())',
      {
        files: ['packed.bz2', 'packed.xz'].map((name) => ({
          name,
          bytes: files[name] ?? new Uint8Array(),
        })),
      },
    )
    expect(unpacked.stdout).toBe('bz2 xz\n')
  })

  it.each([
    ['raises', '1 / 0', 'execution_error'],
    ['exits', 'raise SystemExit', undefined],
    ['takes too long', 'while True: pass', 'timeout'],
    [
      'takes too long and says nothing of it',
      'try:\n  while True: pass\nexcept TimeoutError: pass',
      'timeout',
    ],
  ])('are written also when it %s', async (_, end, type) => {
    const result = await runPython(
      `def main():\n  f = open("left.txt", "w")\n  f.write("x")\n  leave()\ndef leave():\n${end.replace(/^/gm, '  ')}\nmain()`,
      { timeoutMs: 1000 },
    )
    expect(result.error?.type).toBe(type)
    expect(new TextDecoder().decode((await filesOf(result))['left.txt'])).toBe('x')
  })

  it('are written by the modules that it brings, too', async () => {
    const result = await runPython('import helper', {
      files: [
        {
          name: 'helper.py',
          bytes: new TextEncoder().encode("log = open('log.txt', 'w'); log.write('x')"),
        },
      ],
    })
    expect(new TextDecoder().decode((await filesOf(result))['log.txt'])).toBe('x')
  })
})

describe('the end of a program', () => {
  it('is that of CPython: exit functions, then what is alive', async () => {
    const result = await runPython(py`
      import atexit
      atexit.register(print, 'exit function')
      def generate():
          try:
              yield 1
          finally:
              print('generator closed')
      class Noisy:
          def __del__(self): print('deleted', name)
      name = 'by name'
      suspended = generate(); next(suspended)
      noisy = Noisy()
      print('end')
    `)
    expect(result.stdout).toBe('end\nexit function\ngenerator closed\ndeleted by name\n')
    expect(result.error).toBeNull()
  })

  it('tells what a destructor raises', async () => {
    const result = await runPython(py`
      class Broken:
          def __del__(self): raise ValueError('too late')
      broken = Broken()
    `)
    expect(result.error).toBeNull()
    expect(result.stderr).toContain('ValueError: too late')
  })
})
