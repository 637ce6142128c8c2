import { describe, expect, it } from 'vitest'
import { RecordTooLarge, type JsonObject } from '../../../src/state/store.ts'
import { START, type Bench } from './bench.ts'

export function conversationsAreKept(bench: Bench): void {
  describe('a conversation', () => {
    const say = (content: string): JsonObject => ({ type: 'message', role: 'user', content })
    const contentsOf = async (id: string) =>
      (await bench.state.conversationItems(id))?.map(({ content }) => content)

    it('has what it was made with', async () => {
      const made = await bench.state.createConversation({
        metadata: { topic: 'Ünïcödé' },
        items: [say('a'), say('b')],
      })

      expect(made).toMatchObject({
        id: expect.stringMatching(/^conv_[0-9a-f]{32}$/),
        createdAt: START / 1000,
        metadata: { topic: 'Ünïcödé' },
      })
      expect(await bench.state.conversation(made.id)).toEqual(made)
      expect(await contentsOf(made.id)).toEqual(['a', 'b'])
    })

    it('has its items in the order in which they came', async () => {
      const { id } = await bench.state.createConversation({ metadata: {}, items: [] })
      const contents = Array.from({ length: 12 }, (_, index) => String(index))

      for (const content of contents) await bench.state.appendItems(id, [say(content)])

      expect(await contentsOf(id)).toEqual(contents)
    })

    it('loses no item to an answer at the same time', async () => {
      const { id } = await bench.state.createConversation({ metadata: {}, items: [] })

      await Promise.all(['a', 'b', 'c', 'd'].map((each) => bench.on().appendItems(id, [say(each)])))

      expect((await contentsOf(id))?.toSorted()).toEqual(['a', 'b', 'c', 'd'])
    })

    it('gives ids to items without one, by which they are found', async () => {
      const { id } = await bench.state.createConversation({ metadata: {}, items: [] })

      const added = await bench.state.appendItems(id, [
        say('a'),
        { type: 'function_call_output', call_id: 'c', output: '', id: null },
        { type: 'never heard of' },
        { ...say('b'), id: 'msg_own' },
      ])

      const ids = added?.map((item) => String(item['id'])) ?? []
      expect(ids).toEqual([
        expect.stringMatching(/^msg_.{56}$/),
        expect.stringMatching(/^fco_/),
        expect.stringMatching(/^item_/),
        'msg_own',
      ])
      expect(ids.every((each) => each.length <= 64)).toBe(true)
      expect(await bench.state.getItem(ids[0] ?? '')).toEqual(added?.[0])
      expect(await bench.state.getItem(ids[2] ?? '')).toEqual(added?.[2])
      expect(await bench.state.conversationItems(id)).toEqual(added)
    })

    it('has an item once that was added twice', async () => {
      const { id } = await bench.state.createConversation({ metadata: {}, items: [] })
      await bench.state.appendItems(id, [{ ...say('a'), id: 'msg_a' }, say('b')])
      await bench.state.appendItems(id, [{ ...say('a'), id: 'msg_a' }, say('c')])

      expect(await contentsOf(id)).toEqual(['a', 'b', 'c'])
      expect(await bench.state.deleteItem(id, 'msg_a')).toBe(true)
      expect(await contentsOf(id)).toEqual(['b', 'c'])
      expect(await bench.state.deleteItem(id, 'msg_a')).toBe(false)
    })

    it('takes other metadata', async () => {
      const { id } = await bench.state.createConversation({
        metadata: { a: '1' },
        items: [say('a')],
      })

      expect(await bench.state.setMetadata(id, { b: '2' })).toMatchObject({ metadata: { b: '2' } })
      expect(await bench.state.conversation(id)).toMatchObject({ metadata: { b: '2' } })
      expect(await contentsOf(id)).toEqual(['a'])
    })

    it('is gone when it is deleted, with its items', async () => {
      const { id } = await bench.state.createConversation({ metadata: {}, items: [say('a')] })
      const [item] = (await bench.state.appendItems(id, [say('b')])) ?? []

      expect(await bench.state.deleteConversation(id)).toBe(true)
      expect(await bench.state.conversation(id)).toBeNull()
      expect(await bench.state.conversationItems(id)).toBeNull()
      expect(await bench.state.getItem(String(item?.['id']))).toBeNull()
      expect(await bench.state.appendItems(id, [say('c')])).toBeNull()
      expect(await bench.state.deleteItem(id, String(item?.['id']))).toBe(false)
      expect(await bench.state.deleteConversation(id)).toBe(false)
      expect(await bench.leftovers()).toEqual([])
    })

    it('lives from its last use, and each item from when it came', async () => {
      const { id } = await bench.state.createConversation({ metadata: {}, items: [say('a')] })
      bench.nowMs += 3_000_000
      await bench.state.appendItems(id, [say('b')])
      bench.nowMs += 3_000_000

      expect(await contentsOf(id)).toEqual(['b'])
      bench.nowMs += 600_000
      expect(await bench.state.conversation(id)).toBeNull()
      expect(await bench.state.setMetadata(id, {})).toBeNull()
    })

    it('forgets its beginning when it is more than can be read at once', async () => {
      const { id } = await bench.state.createConversation({ metadata: {}, items: [] })
      for (const letter of ['a', 'b', 'c', 'd']) {
        await bench.state.appendItems(id, [say(letter.repeat(300_000))])
      }

      expect((await contentsOf(id))?.map((text) => String(text).charAt(0))).toEqual(['b', 'c', 'd'])
    })

    it('takes nothing that is much in memory, though it is short', async () => {
      const { id } = await bench.state.createConversation({ metadata: {}, items: [] })
      const values = { type: 'message', content: Array.from({ length: 20_000 }, () => 0) }

      await expect(bench.state.appendItems(id, [values])).rejects.toThrow(RecordTooLarge)
      expect(await bench.state.conversationItems(id)).toEqual([])
    })
  })
}
