import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { ANSWERS } from '../../src/routes/openapi/document.ts'
import { blocksOf, project } from './code-blocks.ts'

const checks: Record<string, (text: string) => void> = {
  'stream of ChatCompletionChunk': isStream,
  'map of folders': isMap,
}
const named = blocksOf('text').filter(({ name }) => !name.startsWith('error of: '))

it.for(named)('text is what its name says: $place $name', ({ name, text }) => {
  const check = checks[name]
  const names = [...Object.keys(checks), 'error of: PYTHON']

  expect(check, `Name one of ${names.join(', ')} behind the fence.`).toBeDefined()
  check?.(text)
})

function isStream(text: string): void {
  const events = Array.from(text.matchAll(/^data: (.*)$/gm), ([, event = '']) => event)

  expect(text.replaceAll(/^data: .*\n\n?/gm, '')).toBe('')
  expect(events.pop()).toBe('[DONE]')
  const Chunks = z.array(ANSWERS.ChatCompletionChunk).min(1)
  expect(Chunks.safeParse(events.map((event) => JSON.parse(event))).error).toBeUndefined()
}

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
}
