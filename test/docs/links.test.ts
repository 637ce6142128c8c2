import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pages, project, readPage } from './code-blocks.ts'

/** Pages without their blocks of code, which have tests of their own. */
const prose = pages.map((page) => ({
  page,
  text: readPage(page).replaceAll(/^ *```[^]*?^ *```$/gm, ''),
}))
const links = prose.flatMap(({ page, text }) =>
  Array.from(
    text.matchAll(/\]\((?!https?:)([^)#\s]*)(#[^)\s]+)?\)/g),
    ([, path = '', anchor = '']) => ({
      page,
      target: path === '' ? page : join(dirname(page), path),
      anchor,
    }),
  ),
)

describe('the pages', () => {
  it('link to files that there are', () => {
    expect(links.filter(({ target }) => !existsSync(join(project, target)))).toEqual([])
    expect(links.length).toBeGreaterThan(20)
  })

  it('link to headings that there are', () => {
    const lost = links.filter(
      ({ target, anchor }) => anchor !== '' && !anchorsOf(target).includes(anchor),
    )

    expect(lost).toEqual([])
  })

  it('are all within reach of the README', () => {
    // A link to a folder shows its README.
    const reached = links.map(({ target }) => target.replace(/\/$/, '/README.md'))

    expect(pages.filter((page) => page !== 'README.md' && !reached.includes(page))).toEqual([])
  })

  it('name files that there are', () => {
    const folders = 'src|test|scripts|docs|bench|client|examples|python-runtime'
    const named = prose.flatMap(({ page, text }) =>
      Array.from(
        text.matchAll(new RegExp(`\`((?:${folders})/[\\w./-]*)\``, 'g')),
        ([, path = '']) => ({ page, path }),
      ),
    )

    expect(named.filter(({ path }) => !existsSync(join(project, path)) && !isMade(path))).toEqual(
      [],
    )
    expect(named.length).toBeGreaterThan(30)
  })
})

describe('the drawing of the architecture', () => {
  const drawing = readFileSync(join(project, 'docs/architecture.svg'), 'utf8')

  it('has every folder of the Worker, and no other', () => {
    const drawn = Array.from(drawing.matchAll(/class="name">(\w+)\/</g), ([, name]) => name)
    const folders = globSync('src/*', { cwd: project })
      .filter((path) => statSync(join(project, path)).isDirectory())
      .map((path) => path.slice('src/'.length))

    expect(new Set(drawn)).toEqual(new Set(folders))
  })
})

describe('the drawing of the build', () => {
  it('has files and folders that there are, and every module of the image', () => {
    const build = join(project, 'python-runtime/build')
    const drawing = readFileSync(join(build, 'build.svg'), 'utf8')
    const drawn = Array.from(
      drawing.matchAll(/class="name">([\w-]+(?:\.[a-z.]+|\/))</g),
      ([, name = '']) => name,
    )
    const modules = ['python.wasm', 'snapshot.wasm', 'files.wasm', 'image.json.txt', 'guest.js.txt']

    const others = drawn.filter((name) => !modules.includes(name))
    expect(others.filter((name) => !existsSync(join(build, name)))).toEqual([])
    expect(others.length).toBeGreaterThan(8)
    expect(modules.filter((name) => !drawn.includes(name))).toEqual([])
  })
})

/** What commands make, and is not kept. */
function isMade(path: string): boolean {
  return ['python-runtime/dist/', 'test/hostile/report.json', 'examples/output/'].includes(path)
}

function anchorsOf(page: string): string[] {
  const headings = readPage(page).matchAll(/^#+ (.*)$/gm)
  return Array.from(headings, ([, text = '']) => {
    const plain = text.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    return `#${plain.trim().replaceAll(' ', '-')}`
  })
}
