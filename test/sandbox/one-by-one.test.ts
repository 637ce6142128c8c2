import { describe, expect, it } from 'vitest'
import { oneByOne } from '../../src/sandbox/one-by-one.ts'

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

describe('one by one', () => {
  it('lets each in when the one before has left, in the order in which they came', async () => {
    const enter = oneByOne()
    const said: string[] = []
    const visit = async (name: string, ms: number) => {
      const leave = await enter('one')
      said.push(`${name} enters`)
      await wait(ms)
      said.push(`${name} leaves`)
      leave()
    }

    await Promise.all([visit('a', 20), visit('b', 1), visit('c', 1)])

    expect(said).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} enters`, `${name} leaves`]))
  })

  it("lets the callers in by turns, each one's own in the order in which they came", async () => {
    const enter = oneByOne()
    const entered: string[] = []
    const visit = async (name: string) => {
      const leave = await enter(name.charAt(0))
      entered.push(name)
      leave()
    }

    await Promise.all(['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1'].map(visit))

    expect(entered).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4'])
  })

  it('lets timers have their turn before each, though none stays', async () => {
    const enter = oneByOne()
    let ticks = 0
    const ticking = setInterval(() => ticks++, 0)
    const visit = async () => {
      const leave = await enter('one')
      leave()
      return ticks
    }
    const seen = await Promise.all(Array.from({ length: 20 }, visit))
    clearInterval(ticking)

    expect(new Set(seen).size).toBeGreaterThan(10)
  })

  it('lets one leave more than once', async () => {
    const enter = oneByOne()
    const leave = await enter('one')
    leave()
    const leaveNext = await enter('one')
    leave()

    const third = enter('one')
    await wait(20)
    leaveNext()
    expect(await third).toBeTypeOf('function')
  })
})
