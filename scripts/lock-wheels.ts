import { join } from 'node:path'
import { writeLock } from '../python-runtime/build/wheels/write-lock.ts'

// `npm run wheels:lock`, or `npm run wheels:lock -- NAME=LICENSE …` for wheels that do not name theirs.
const licenses = new Map(
  process.argv.slice(2).map((argument) => {
    const [name = '', license = ''] = argument.split('=', 2)
    return [name, license] as const
  }),
)
const lock = await writeLock(join(import.meta.dirname, '../python-runtime/wheels'), licenses)
for (const { name, version, source, license } of lock) {
  process.stdout.write(`${name} ${version} (${source}, ${license})\n`)
}
