import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ensureImage } from './image.ts'
import { notesOf } from './release/changelog.ts'
import { makeRelease } from './release/make.ts'
import { projectVersion } from './release/version.ts'
import { say } from './steps.ts'

// `npm run release -- FOLDER`: makes what a release consists of. `.github/workflows/release.yml` publishes it.
const [folder] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('Say where to: npm run release -- FOLDER\n')
  process.exitCode = 1
} else {
  const version = await projectVersion()
  const changelog = await readFile(join(import.meta.dirname, '../CHANGELOG.md'), 'utf8')
  const notes = notesOf(changelog, version)
  await ensureImage(say)
  await makeRelease(resolve(folder), version, notes)
  say(`release: ${resolve(folder)} has version ${version}`)
}
