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
