import { expect, it } from 'vitest'
import type { Records } from '../../../src/state/records.ts'
import { question, type Bench } from './bench.ts'

const NOBODYS_IDS = [
  '',
  '.',
  '..',
  '../containers/x',
  'resp_',
  'resp_../../../../etc/passwd',
  `resp_${'0'.repeat(32)}/..`,
  `resp_${'0'.repeat(32)}`,
  `cntr_${'0'.repeat(32)}`,
  `conv_${'0'.repeat(32)}`,
  `msg_${'0'.repeat(32)}o000`,
  `msg_${'0'.repeat(32)}c${'0'.repeat(23)}`,
  `resp_${'É'.repeat(32)}`,
  'resp_%2e%2e%2f',
  'resp_\u{0}',
  '\u{D800}',
  `conv_${'a'.repeat(100_000)}`,
]

export function mishapsAreEndured(bench: Bench): void {
  it.each(['', '{', 'null', '[]', '{"id":1}', '{"expiresAt":9e9}'])(
    'a record that says %j is passed over, and told of',
    async (text) => {
      const response = bench.responseOf()
      await bench.state.putResponse(response)
      const whole = await bench.state.createContainer({ name: 'whole' })
      const container = await bench.state.createContainer({ name: 'broken' })
      const conversation = await bench.state.createConversation({ metadata: {}, items: [question] })
      await bench.state.appendItems(conversation.id, [{ ...question, id: 'msg_2' }])
      const [batch = ''] = await bench.records.names('conversation-items', conversation.id)
      await bench.spoil('responses', response.id, text)
      await bench.spoil('containers', container.id, text)
      await bench.spoil('container-files', `${whole.id}.x`, text)
      await bench.spoil('conversation-items', batch, text)

      expect(await bench.state.getResponse(response.id)).toBeNull()
      expect(await bench.state.container(container.id)).toBeNull()
      expect(await Array.fromAsync(bench.state.containers({ order: 'asc' }))).toHaveLength(1)
      expect(await bench.state.containerFiles(whole.id)).toEqual([])
      expect(await bench.state.conversationItems(conversation.id)).toMatchObject([{ id: 'msg_2' }])
      expect(bench.problems).toHaveLength(5)
      expect(bench.problems[0]?.message).toContain(`responses/${response.id}`)

      await bench.state.deleteResponse(response.id)
      await bench.state.deleteContainer(container.id)
      await bench.state.deleteContainer(whole.id)
      await bench.state.deleteConversation(conversation.id)
      expect(await bench.leftovers()).toEqual([])
    },
  )

  it.each(NOBODYS_IDS)('there is nothing with the id %j', async (id) => {
    expect(await bench.state.getResponse(id)).toBeNull()
    expect(await bench.state.deleteResponse(id)).toBe(false)
    expect(await bench.state.getItem(id)).toBeNull()
    expect(await bench.state.container(id)).toBeNull()
    expect(await bench.state.touchContainer(id, [])).toBeNull()
    expect(await bench.state.containerFiles(id)).toEqual([])
    await bench.state.removeContainerFile(id, id)
    expect(await bench.state.deleteContainer(id)).toBe(false)
    expect(await bench.state.conversation(id)).toBeNull()
    expect(await bench.state.appendItems(id, [question])).toBeNull()
    expect(await bench.state.setMetadata(id, {})).toBeNull()
    expect(await bench.state.conversationItems(id)).toBeNull()
    expect(await bench.state.deleteItem(id, id)).toBe(false)
    expect(await bench.state.deleteConversation(id)).toBe(false)
  })

  it("does not see another owner's", async () => {
    const response = bench.responseOf()
    await bench.state.putResponse(response)
    const container = await bench.state.createContainer({ name: 'a' })
    const conversation = await bench.state.createConversation({ metadata: {}, items: [question] })

    const bob = bench.on({ records: await bench.recordsOf('bob') })

    expect(await bob.getResponse(response.id)).toBeNull()
    expect(await bob.deleteResponse(response.id)).toBe(false)
    expect(await bob.container(container.id)).toBeNull()
    expect(await Array.fromAsync(bob.containers({ order: 'asc' }))).toEqual([])
    expect(await bob.deleteContainer(container.id)).toBe(false)
    expect(await bob.conversationItems(conversation.id)).toBeNull()
    expect(await bob.deleteConversation(conversation.id)).toBe(false)
    expect(await bench.leftovers()).toHaveLength(4)
  })

  it('leaves what it could not delete whole to be deleted again', async () => {
    const conversation = await bench.state.createConversation({ metadata: {}, items: [question] })
    const failing: Records = {
      ...bench.records,
      remove: (folder, names) =>
        folder === 'conversation-items'
          ? Promise.reject(new Error('down'))
          : bench.records.remove(folder, names),
    }

    await expect(
      bench.on({ records: failing }).deleteConversation(conversation.id),
    ).rejects.toThrow('down')

    expect(await bench.state.deleteConversation(conversation.id)).toBe(true)
    expect(await bench.leftovers()).toEqual([])
  })
}
