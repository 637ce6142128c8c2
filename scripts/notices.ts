import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { noticesFile, thirdPartyNotices } from './licenses/notices.ts'

// `npm run notices`: writes what is served and deployed here and was made by others, with its licenses.
await writeFile(join(import.meta.dirname, '..', noticesFile), await thirdPartyNotices())
