import { randomBytes } from 'node:crypto'
import { ownerOf, sha256 } from '../src/auth/digest.ts'

// `npm run key`: a new key, and the hash that lets it in. Neither is kept anywhere.
const key = `oci-${randomBytes(32).toString('base64url')}`

process.stdout.write(`\
key      ${key}
hash     ${await sha256(key)}
in logs  ${(await ownerOf(key)).slice(0, 8)}

Give the key to whoever is to use the server, and add the hash to API_KEYS, with AUTH=keys.
`)
