import { describe, expect, it } from 'vitest'
import { notesOf, objectionTo } from '../../../scripts/release/changelog.ts'

const changelog = `# Changelog

What changed.

## 0.2.0

### New

- A thing.

## 0.1.0

The first.
`

describe('the notes of a release', () => {
  it('are what the changelog says of the version', () => {
    expect(notesOf(changelog, '0.2.0')).toBe('### New\n\n- A thing.')
    expect(notesOf(changelog, '0.1.0')).toBe('The first.')
  })

  it('may not be missing or empty', () => {
    expect(() => notesOf(changelog, '0.3.0')).toThrow('says nothing of 0.3.0')
    expect(() => notesOf('## 0.3.0\n\n## 0.2.0\n\nText.', '0.3.0')).toThrow('nothing of 0.3.0')
  })
})

describe('a version', () => {
  it('is released when the changelog begins with it and there is no tag', () => {
    expect(objectionTo('0.2.0', { changelog, tags: ['v0.1.0'] })).toBeNull()
  })

  it('is not released twice', () => {
    const objection = objectionTo('0.2.0', { changelog, tags: ['v0.1.0', 'v0.2.0'] })

    expect(objection).toBe('0.2.0 is released already')
  })

  it('is not released while there is more to come', () => {
    const unreleased = changelog.replace('## 0.2.0', '## Unreleased\n\n- More.\n\n## 0.2.0')

    expect(objectionTo('0.2.0', { changelog: unreleased, tags: [] })).toContain('Unreleased')
  })
})
