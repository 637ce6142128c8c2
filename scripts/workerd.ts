import { resolve } from 'node:path'
import { ensureImage } from './image.ts'
import { say } from './steps.ts'
import { buildWorkerd } from './workerd/build.ts'

// `npm run build:workerd -- FOLDER [NAME …]`
const [folder, ...keys] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('Say where to: npm run build:workerd -- FOLDER\n')
  process.exitCode = 1
} else {
  await ensureImage(say)
  await buildWorkerd(resolve(folder), keys)
  say(`workerd: ${resolve(folder)} has all that serves`)
}
