export interface RoomLimits {
  /** How many are in at once. */
  maxRunning: number
  /** How many may wait. */
  maxWaiting: number
}

/** What came of waiting: in, and to be left once; or not, since the signal was aborted or there were too many. */
export type Entry = { leave: () => void } | 'aborted' | 'refused'

interface Waiting {
  settle: (entry: Entry) => void
}

/**
 * Lets so many in at once and the others wait: each caller's own in the order of their arrival, and the callers in
 * turns. So that nobody waits for the end of another's flood, the last place is for a caller who has none; and when
 * too many wait, the one who has most waiting loses the last that came.
 */
export class WaitingRoom {
  readonly #limits: RoomLimits
  /** In the order of their turns. */
  readonly #waiting = new Map<string, Waiting[]>()
  readonly #running = new Map<string, number>()
  #runningCount = 0
  #waitingCount = 0

  constructor(limits: RoomLimits) {
    this.#limits = limits
  }

  enter(caller: string, signal: AbortSignal): Promise<Entry> {
    if (signal.aborted) return Promise.resolve('aborted')
    const { promise, resolve } = Promise.withResolvers<Entry>()
    const giveUp = () => {
      this.#remove(caller, one)
      resolve('aborted')
    }
    const one: Waiting = {
      settle: (entry) => {
        signal.removeEventListener('abort', giveUp)
        resolve(entry)
      },
    }
    signal.addEventListener('abort', giveUp, { once: true })
    this.#add(caller, one)
    this.#admit()
    this.#refuse()
    return promise
  }

  #add(caller: string, one: Waiting): void {
    const own = this.#waiting.get(caller)
    if (own) own.push(one)
    else this.#waiting.set(caller, [one])
    this.#waitingCount++
  }

  #remove(caller: string, one: Waiting): void {
    const own = this.#waiting.get(caller) ?? []
    const at = own.indexOf(one)
    if (at < 0) return
    own.splice(at, 1)
    this.#waitingCount--
    if (own.length === 0) this.#waiting.delete(caller)
  }

  #admit(): void {
    for (;;) {
      const next = this.#next()
      if (!next) return
      const [caller, [one]] = next
      if (!one) return
      this.#remove(caller, one)
      this.#goBehind(caller)
      this.#count(caller, 1)
      one.settle({ leave: () => this.#leave(caller) })
    }
  }

  /** The caller whose turn it is, if there is a place for one. */
  #next(): [string, Waiting[]] | undefined {
    const { maxRunning } = this.#limits
    if (this.#runningCount >= maxRunning) return undefined
    const isLast = maxRunning > 1 && this.#runningCount === maxRunning - 1
    return this.#waiting.entries().find(([caller]) => !isLast || !this.#running.has(caller))
  }

  #goBehind(caller: string): void {
    const own = this.#waiting.get(caller)
    if (!own) return
    this.#waiting.delete(caller)
    this.#waiting.set(caller, own)
  }

  #leave(caller: string): void {
    this.#count(caller, -1)
    this.#admit()
  }

  #count(caller: string, more: 1 | -1): void {
    const count = (this.#running.get(caller) ?? 0) + more
    if (count > 0) this.#running.set(caller, count)
    else this.#running.delete(caller)
    this.#runningCount += more
  }

  /** Of all that are in or wait, no more than both limits together. */
  #refuse(): void {
    const { maxRunning, maxWaiting } = this.#limits
    while (this.#runningCount + this.#waitingCount > maxRunning + maxWaiting) {
      const [caller, own] = this.#longest()
      const last = own.at(-1)
      if (!last) return
      this.#remove(caller, last)
      last.settle('refused')
    }
  }

  /** Of those who have most waiting, the one whose turn is farthest. */
  #longest(): [string, Waiting[]] {
    return [...this.#waiting].reduce(
      (most, each) => (each[1].length >= most[1].length ? each : most),
      ['', []],
    )
  }
}
