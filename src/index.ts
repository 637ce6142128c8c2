import { workerWith } from './cloudflare.ts'

export { Programs } from './programs.ts'

/** What is deployed. */
export default workerWith(['standard'])
