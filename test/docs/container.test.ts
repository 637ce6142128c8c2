import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readSettings } from '../../scripts/workerd/settings.ts'
import { project } from './code-blocks.ts'

const read = (path: string) => readFileSync(join(project, path), 'utf8')
const dockerfile = read('Dockerfile')
const compose = read('compose.yaml')

it('the image has the Node that the project is built with', () => {
  const [, version] = /"node": "([\d.]+)"/.exec(read('package.json')) ?? []
  const images = Array.from(dockerfile.matchAll(/^FROM (\S+)/gm), ([, image]) => image)

  expect(new Set(images)).toEqual(new Set([`node:${version}-bookworm-slim`]))
})

it('the image has settings that serve.mjs takes, and does not start without AUTH', () => {
  const [, settings = ''] = /^ENV (.*)$/m.exec(dockerfile) ?? []
  const environment = Object.fromEntries(
    Array.from(settings.matchAll(/(\w+)=(\S+)/g), ([, name = '', value = '']) => [name, value]),
  )

  expect(() => readSettings(environment)).toThrow(/^AUTH: /)
  expect(readSettings({ ...environment, AUTH: 'keys' })).toMatchObject({ PORT: 8787 })
  for (const [name, value] of Object.entries(environment)) {
    expect(compose).toMatch(new RegExp(`^ {6}${name}: '?${value}'?$`, 'm'))
  }
})

it('the container may take as long to stop as its requests', () => {
  const seconds = Number(/stop_grace_period: (\d+)s/.exec(compose)?.[1])

  expect(seconds).toBeGreaterThan(readSettings({}).DRAIN_SECONDS + 2)
})

it('the build gets no keys and no files of anybody', () => {
  const [first, ...lines] = read('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

  expect(first).toBe('*')
  expect(lines.filter((line) => /^!\.|^!\*/.test(line))).toEqual([])
})
