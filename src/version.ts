import packageJson from '../package.json' with { type: 'json' }

/** The version of this server, which `package.json` has and nothing else. */
export const VERSION: string = packageJson.version

/** How this server names itself to the services that it asks. */
export const USER_AGENT = `open-code-interpreter/${VERSION}`
