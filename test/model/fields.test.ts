import { describe, expect, it } from 'vitest'
import { addDelta, type Fields } from '../../src/model/fields.ts'

describe('deltas', () => {
  it('continue texts and lists, also in fields, and replace anything else', () => {
    const said: Fields = {}

    addDelta(said, { text: 'a', list: [1], fields: { list: [1], text: 'a' }, other: 1, none: null })
    addDelta(said, { text: 'b', list: [2], fields: { list: [2], text: 'b' }, other: 2, none: null })

    expect(said).toEqual({
      text: 'ab',
      list: [1, 2],
      fields: { list: [1, 2], text: 'ab' },
      other: 2,
    })
  })

  it('stay as they are, whatever is added to them', () => {
    const delta = { list: [1], fields: { list: [1] } }
    const said: Fields = {}

    addDelta(said, delta)
    addDelta(said, delta)

    expect(delta).toEqual({ list: [1], fields: { list: [1] } })
  })

  it('add to a list of any length, and copy nothing of it', () => {
    const said: Fields = {}
    addDelta(said, { content: [0] })
    const { content } = said

    for (let index = 1; index < 200_000; index++) addDelta(said, { content: [index] })

    expect(said['content']).toBe(content)
    expect(content).toHaveLength(200_000)
  })
})
