/** The version in which every request says by itself which it is of. */
export const STATELESS_VERSION = '2026-07-28'

/** The versions that begin with `initialize`, the newest first. */
const HANDSHAKE_VERSIONS = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'] as const

/** What is taken for the version of a request after a handshake that does not name it. */
export const UNNAMED_VERSION = '2025-03-26'

/** The only version in which several messages may come in one request. */
export const BATCH_VERSION = '2025-03-26'

/** How a version writes its messages: each with all that it needs, or after a handshake. */
export type Era = 'stateless' | 'handshake'

/** The version to go on with, for a client that asks for this one. */
export function agreedVersion(asked: string): string {
  return HANDSHAKE_VERSIONS.find((version) => version === asked) ?? HANDSHAKE_VERSIONS[0]
}

export function isHandshakeVersion(version: string): boolean {
  return HANDSHAKE_VERSIONS.some((known) => known === version)
}
