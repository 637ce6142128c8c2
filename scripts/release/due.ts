import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ask, say } from '../steps.ts'
import { objectionTo } from './changelog.ts'
import { projectVersion } from './version.ts'

// `npm run release:due`: whether the version of `package.json` is to be released, for a workflow to read.
const version = await projectVersion()
const { code, output, errors } = await ask('git', ['ls-remote', '--tags', '--refs', 'origin'])
if (code !== 0) throw new Error(errors)
const tags = Array.from(output.matchAll(/refs\/tags\/(\S+)/g), ([, tag = '']) => tag)
const changelog = await readFile(join(import.meta.dirname, '../../CHANGELOG.md'), 'utf8')
const objection = objectionTo(version, { changelog, tags })

say(objection === null ? `${version} is to be released` : `No release: ${objection}`)
const outputs = process.env['GITHUB_OUTPUT']
if (outputs) await appendFile(outputs, `version=${version}\nis_due=${objection === null}\n`)
