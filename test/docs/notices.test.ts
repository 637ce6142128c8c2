import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { noticesFile, thirdPartyNotices } from '../../scripts/licenses/notices.ts'
import { project, readPage } from './code-blocks.ts'

const committed = readFileSync(join(project, noticesFile), 'utf8')
const Wheels = z.array(z.object({ name: z.string(), version: z.string(), license: z.string() }))
const wheels = Wheels.parse(JSON.parse(readPage('python-runtime/wheels/wheels.lock.json')))
const Package = z.object({ dependencies: z.record(z.string(), z.string()) })
const { dependencies } = Package.parse(JSON.parse(readPage('package.json')))

describe('the notices of what others have made', () => {
  it('are what `npm run notices` writes from the locks', async () => {
    expect(committed).toBe(await thirdPartyNotices())
  })

  it('name every wheel and every package with its version', () => {
    const named = [
      ...wheels.map(({ name, version, license }) => `- ${name} ${version} (${license})`),
      ...Object.entries(dependencies).map(([name, version]) => `- ${name} ${version} (`),
    ]

    expect(named.filter((line) => !committed.includes(line))).toEqual([])
  })

  it('have the text of a license for each', () => {
    const [, ...sections] = committed.split(/^={100}$/m)

    expect(sections.length).toBeGreaterThan(wheels.length)
    expect(sections.filter((section) => section.length < 400)).toEqual([])
  })

  it('say how to get the source of the program that was changed', () => {
    expect(committed).toContain('a changed copy of `pyodide.asm.wasm`')
    expect(committed).toContain(
      `https://github.com/pyodide/pyodide/tree/${dependencies['pyodide']}`,
    )
    expect(committed).toContain('Mozilla Public License Version 2.0')
  })

  it('are where the playground and the README lead to', () => {
    expect(readPage('README.md')).toContain(noticesFile)
    expect(readPage('src/routes/playground/public/index.html')).toContain(
      'href="/playground/third-party-notices.txt"',
    )
  })
})
