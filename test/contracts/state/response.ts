import { describe, expect, it } from 'vitest'
import { RecordTooLarge } from '../../../src/state/store.ts'
import { START, type Bench } from './bench.ts'

export function responsesAreKept(bench: Bench): void {
  describe('a response', () => {
    it('is given back as it was put', async () => {
      const response = bench.responseOf('Ünïcödé \u{0} \n "quoted" 🏔')
      await bench.state.putResponse(response)

      expect(await bench.state.getResponse(response.id)).toEqual({
        ...response,
        expiresAt: START / 1000 + 3600,
      })
    })

    it('is the newest when it is put again', async () => {
      const response = bench.responseOf()
      await bench.state.putResponse(response)
      await bench.state.putResponse({ ...response, previousResponseId: 'resp_x' })

      expect((await bench.state.getResponse(response.id))?.previousResponseId).toBe('resp_x')
    })

    it('has items that are found by their ids', async () => {
      const response = bench.responseOf()
      await bench.state.putResponse(response)
      const digits = response.id.slice(5)

      expect(await bench.state.getItem(`msg_${digits}o000`)).toEqual(response.body.output[0])
      expect(await bench.state.getItem(`msg_${digits}i001`)).toEqual(response.input[1])
      expect(await bench.state.getItem(`msg_${digits}o001`)).toBeNull()
      expect(await bench.state.getItem('msg_1')).toBeNull()
    })

    it('is gone when it is deleted, whole', async () => {
      const response = bench.responseOf()
      await bench.state.putResponse(response)

      expect(await bench.state.deleteResponse(response.id)).toBe(true)
      expect(await bench.state.getResponse(response.id)).toBeNull()
      expect(await bench.state.getItem(`msg_${response.id.slice(5)}o000`)).toBeNull()
      expect(await bench.state.deleteResponse(response.id)).toBe(false)
      expect(await bench.leftovers()).toEqual([])
    })

    it('is gone when it has expired', async () => {
      const response = bench.responseOf()
      await bench.state.putResponse(response)

      bench.nowMs += 3_599_000
      expect(await bench.state.getResponse(response.id)).not.toBeNull()
      bench.nowMs += 1000
      expect(await bench.state.getResponse(response.id)).toBeNull()
      expect(await bench.state.deleteResponse(response.id)).toBe(false)
      expect(await bench.leftovers()).toEqual([])
    })

    it('that is too large is refused, and nothing of it kept', async () => {
      const response = bench.responseOf('x'.repeat(1_000_000))

      await expect(bench.state.putResponse(response)).rejects.toThrow(RecordTooLarge)
      expect(await bench.leftovers()).toEqual([])
    })
  })
}
