import { describe, expect, it } from 'vitest'
import { FOLDERS, type RecordFolder, type Records } from '../../../src/state/records.ts'
import { limits, question, type Bench } from './bench.ts'

export function roomIsMade(bench: Bench): void {
  describe('room', () => {
    const small = { ...limits, maxRecords: 3 }

    it('is made by what is oldest', async () => {
      const full = bench.on({ limits: small, chance: () => 0 })
      const kept = Array.from({ length: 5 }, () => bench.responseOf())

      for (const response of kept) await full.putResponse(response)

      const found = await Promise.all(kept.map(({ id }) => bench.state.getResponse(id)))
      expect(found.map((response) => response !== null)).toEqual([false, false, true, true, true])
    })

    it('is counted in bytes too', async () => {
      const full = bench.on({ limits: { ...limits, maxBytes: 5000 }, chance: () => 0 })
      const kept = Array.from({ length: 3 }, () => bench.responseOf('x'.repeat(2000)))

      for (const response of kept) await full.putResponse(response)

      const found = await Promise.all(kept.map(({ id }) => bench.state.getResponse(id)))
      expect(found.map((response) => response !== null)).toEqual([false, true, true])
    })

    it('is made by whole conversations and containers', async () => {
      const made = { id: `file-${'1'.repeat(24)}`, kind: 'made' as const }
      const container = await bench.state.createContainer({ name: 'a', files: [made] })
      const conversation = await bench.state.createConversation({ metadata: {}, items: [question] })
      const response = bench.responseOf()

      await bench.on({ limits: small, chance: () => 0 }).putResponse(response)

      expect(await bench.state.container(container.id)).toBeNull()
      expect(await bench.state.containerFiles(container.id)).toEqual([])
      expect(await bench.state.conversationItems(conversation.id)).toEqual([question])
      expect(await bench.state.getResponse(response.id)).not.toBeNull()
    })

    it('is not counted for each small record, and for each large one', async () => {
      const counts: RecordFolder[] = []
      const counted: Records = {
        ...bench.records,
        measure(folder) {
          counts.push(folder)
          return bench.records.measure(folder)
        },
      }
      const later = bench.on({ records: counted, chance: () => 0.05 })

      await later.putResponse(bench.responseOf())
      expect(counts).toEqual([])
      await later.putResponse(bench.responseOf('x'.repeat(900_000)))
      expect(counts).toEqual([...FOLDERS])
    })

    it('that cannot be made keeps nothing from being kept', async () => {
      const failing: Records = {
        ...bench.records,
        measure: () => Promise.reject(new Error('down')),
      }
      const response = bench.responseOf()

      await bench.on({ records: failing, chance: () => 0 }).putResponse(response)

      expect(await bench.state.getResponse(response.id)).not.toBeNull()
    })
  })
}
