/** An id that nothing else has: the prefix that says of what, and 32 hex digits. */
export function newId(prefix: string): string {
  return prefix + crypto.randomUUID().replaceAll('-', '')
}
