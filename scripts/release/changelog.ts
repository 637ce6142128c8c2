interface Section {
  name: string
  text: string
}

/** The sections of a changelog, one for each version, the newest first. */
function sectionsOf(changelog: string): Section[] {
  const [, ...parts] = changelog.split(/^## /m)
  return parts.map((part) => {
    const end = part.indexOf('\n')
    return { name: part.slice(0, end).trim(), text: part.slice(end).trim() }
  })
}

/**
 * What a changelog says of a version.
 *
 * @throws Error when it says nothing
 */
export function notesOf(changelog: string, version: string): string {
  const text = sectionsOf(changelog).find(({ name }) => name === version)?.text ?? ''
  if (text === '') throw new Error(`CHANGELOG.md says nothing of ${version}.`)
  return text
}

/** Why a version is not to be released now; null when it is. */
export function objectionTo(
  version: string,
  { changelog, tags }: { changelog: string; tags: readonly string[] },
): string | null {
  if (tags.includes(`v${version}`)) return `${version} is released already`
  const newest = sectionsOf(changelog)[0]?.name ?? 'nothing'
  return newest === version ? null : `CHANGELOG.md begins with ${newest}, and not with ${version}`
}
