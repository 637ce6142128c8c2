import { describe, expect, it } from 'vitest'
import { newId } from '../../../src/state/ids.ts'
import type { OwnState } from '../../../src/state/store.ts'
import { START, type Bench } from './bench.ts'

export function containersAreKept(bench: Bench): void {
  describe('a container', () => {
    const file = (digit: number, kind: 'made' | 'uploaded' | 'attached' = 'made') => ({
      id: `file-${String(digit).repeat(24)}`,
      kind,
    })

    it('is described as it was made', async () => {
      const made = await bench.state.createContainer({ name: 'Zahlen 🏔', minutes: 20 })

      expect(made).toEqual({
        id: expect.stringMatching(/^cntr_[0-9a-f]{32}$/),
        name: 'Zahlen 🏔',
        createdAt: START / 1000,
        lastActiveAt: START / 1000,
        minutes: 20,
      })
      expect(await bench.state.container(made.id)).toMatchObject(made)
    })

    it('may have an id before it is made', async () => {
      const id = newId('cntr', bench.nowMs)

      expect((await bench.state.createContainer({ id, name: 'auto' })).id).toBe(id)
      expect(await bench.state.container(id)).toMatchObject({ name: 'auto', minutes: 60 })
    })

    it('lists its files, each once', async () => {
      const { id } = await bench.state.createContainer({ name: 'a', files: [file(2, 'attached')] })
      await bench.state.touchContainer(id, [file(1), file(3)])
      await bench.state.touchContainer(id, [file(3), file(2)])

      expect(await bench.state.containerFiles(id)).toEqual([file(1), file(2, 'attached'), file(3)])
    })

    it('loses no file to an answer at the same time', async () => {
      const { id } = await bench.state.createContainer({ name: 'a' })

      await Promise.all(
        [1, 2, 3, 4, 5].map((digit) => bench.on().touchContainer(id, [file(digit)])),
      )

      expect(await bench.state.containerFiles(id)).toHaveLength(5)
    })

    it('gives up a file', async () => {
      const { id } = await bench.state.createContainer({ name: 'a', files: [file(1), file(2)] })

      await bench.state.removeContainerFile(id, file(1).id)
      await bench.state.removeContainerFile(id, file(3).id)

      expect(await bench.state.containerFiles(id)).toEqual([file(2)])
    })

    it('lives so many minutes from its last use', async () => {
      const { id } = await bench.state.createContainer({ name: 'a', minutes: 20 })
      bench.nowMs += 19 * 60_000
      await bench.state.touchContainer(id, [])
      bench.nowMs += 19 * 60_000

      expect(await bench.state.container(id)).toMatchObject({
        lastActiveAt: START / 1000 + 19 * 60,
      })
      bench.nowMs += 60_000
      expect(await bench.state.container(id)).toBeNull()
      expect(await bench.state.touchContainer(id, [file(1)])).toBeNull()
      expect(await Array.fromAsync(bench.state.containers({ order: 'asc' }))).toEqual([])
    })

    it('lives no longer than files do', async () => {
      const { id, minutes } = await bench.state.createContainer({ name: 'a', minutes: 10_000 })

      expect(minutes).toBe(60)
      bench.nowMs += 3_600_000
      expect(await bench.state.container(id)).toBeNull()
    })

    it('is gone when it is deleted, with what says that files are in it', async () => {
      const { id } = await bench.state.createContainer({ name: 'a', files: [file(1), file(2)] })

      expect(await bench.state.deleteContainer(id)).toBe(true)
      expect(await bench.state.container(id)).toBeNull()
      expect(await bench.state.deleteContainer(id)).toBe(false)
      expect(await bench.leftovers()).toEqual([])
    })

    it('is listed by age, and from after another', async () => {
      const ids: string[] = []
      for (const each of Array.from({ length: 45 }).keys()) {
        ids.push((await bench.state.createContainer({ name: String(each) })).id)
      }
      const idsOf = async (page: Parameters<OwnState['containers']>[0]) =>
        (await Array.fromAsync(bench.state.containers(page))).map(({ id }) => id)

      expect(await idsOf({ order: 'asc' })).toEqual(ids)
      expect(await idsOf({ order: 'desc' })).toEqual(ids.toReversed())
      expect(await idsOf({ order: 'asc', after: ids[19] ?? '' })).toEqual(ids.slice(20))
      expect(await idsOf({ order: 'desc', after: ids[19] ?? '' })).toEqual(
        ids.slice(0, 19).toReversed(),
      )
    })
  })
}
