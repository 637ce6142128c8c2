import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { blocksOf, project } from './code-blocks.ts'

const checks: Record<string, (text: string) => void> = {
  'map of folders': isMap,
}
/** Those that a server has to say: programs.server.test.ts, stream.server.test.ts. */
const OF_SERVER = /^(error of: |deltas of a stream$)/
const named = blocksOf('text').filter(({ name }) => !OF_SERVER.test(name))

it.for(named)('text is what its name says: $place $name', ({ name, text }) => {
  const check = checks[name]
  const names = [...Object.keys(checks), 'deltas of a stream', 'error of: PYTHON']

  expect(check, `Name one of ${names.join(', ')} behind the fence.`).toBeDefined()
  check?.(text)
})

/** Lines such as `├─ index.ts, app.ts   the entry`, below the line of their folder. */
function isMap(text: string): void {
  let folder = ''
  const paths = text
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const [, branch = '', names = line] = line.match(/^([├└]─ )?(\S+(?:, \S+)*) {2}/) ?? []
      if (branch === '') folder = names
      return names.split(', ').map((name) => (branch === '' ? name : join(folder, name)))
    })

  expect(paths.filter((path) => !existsSync(join(project, path)))).toEqual([])
  const folders = globSync(['*/', 'src/*/'], { cwd: project, exclude: ['node_modules/'] })
  expect(folders.filter((path) => !paths.includes(`${path}/`))).toEqual([])
}
