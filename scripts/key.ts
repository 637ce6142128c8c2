import { newKey } from './new-key.ts'

// `npm run key`
const { key, hash, nameInLogs } = await newKey()

process.stdout.write(`\
key      ${key}
hash     ${hash}
in logs  ${nameInLogs}

Give the key to whoever is to use the server, and add the hash to API_KEYS, with AUTH=keys.
`)
