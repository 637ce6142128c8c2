import { describe } from 'vitest'
import { Bench, type RecordsFixture } from './state/bench.ts'
import { containersAreKept } from './state/container.ts'
import { conversationsAreKept } from './state/conversation.ts'
import { mishapsAreEndured } from './state/mishap.ts'
import { responsesAreKept } from './state/response.ts'
import { roomIsMade } from './state/room.ts'

/** What is promised of what is kept for an owner, wherever its records lie. */
export function ownStateContract(name: string, fixture: RecordsFixture): void {
  describe(`state: ${name}`, () => {
    const bench = new Bench(fixture)
    responsesAreKept(bench)
    containersAreKept(bench)
    conversationsAreKept(bench)
    roomIsMade(bench)
    mishapsAreEndured(bench)
  })
}
