import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { imagePackages } from '../../scripts/image.ts'

const project = join(import.meta.dirname, '../..')

it('the image is built anew when a package changes that its build names, and for no other', () => {
  const sources = globSync('python-runtime/{*.ts,{build,guest}/**/*.ts}', { cwd: project })
  const named = sources.flatMap((path) => {
    const text = readFileSync(join(project, path), 'utf8')
    const specifiers = text.matchAll(/(?:from |import\.meta\.resolve\()'(?![.]|\w+:)([^'/]+)/g)
    const inModules = text.matchAll(/node_modules\/(\w+)'/g)
    return [...specifiers, ...inModules].flatMap(([, name]) => name ?? [])
  })

  // Node itself packs the files and runs the rest.
  expect([...new Set([...named, 'node'])].toSorted()).toEqual(imagePackages)
})
