import { beforeEach } from 'vitest'
import { newId } from '../../../src/state/ids.ts'
import { ownState, type OwnStateOptions } from '../../../src/state/own-state.ts'
import { FOLDERS, type RecordFolder, type Records } from '../../../src/state/records.ts'
import type { OwnState } from '../../../src/state/store.ts'

export interface RecordsFixture {
  /** The records of an owner, who has none. */
  create: (owner: string) => Promise<Records>
  /** Puts a text where a record is, as nothing of ours would. */
  spoil: (owner: string, folder: RecordFolder, name: string, text: string) => Promise<void>
}

export const START = 1_800_000_000_000
export const limits = { maxRecords: 1000, maxBytes: 10_000_000, maxRecordBytes: 1_000_000 }
export const question = {
  id: 'msg_1',
  type: 'message',
  role: 'user',
  content: 'Where is Zürich? 🏔',
}

/** An owner without anything, anew for each test, and what one does with it. */
export class Bench {
  nowMs = START
  problems: Error[] = []
  readonly #fixture: RecordsFixture
  #owner = ''
  #records: Records | undefined

  constructor(fixture: RecordsFixture) {
    this.#fixture = fixture
    beforeEach(async () => {
      this.#owner = `ada${crypto.randomUUID().replaceAll('-', '')}`
      this.nowMs = START
      this.problems = []
      this.#records = await fixture.create(this.#owner)
    })
  }

  get records(): Records {
    if (!this.#records) throw new Error('There are records in a test only.')
    return this.#records
  }

  get state(): OwnState {
    return this.on()
  }

  /** With options of its own. What is kept is never counted unless they say so. */
  on(options: Partial<OwnStateOptions> = {}): OwnState {
    return ownState({
      records: this.records,
      ttlSeconds: 3600,
      limits,
      now: () => this.nowMs,
      report: (problem) => void this.problems.push(problem),
      chance: () => 1,
      ...options,
    })
  }

  recordsOf(name: string): Promise<Records> {
    return this.#fixture.create(name + this.#owner)
  }

  spoil(folder: RecordFolder, name: string, text: string): Promise<void> {
    return this.#fixture.spoil(this.#owner, folder, name, text)
  }

  responseOf(text = 'In Switzerland.') {
    const id = newId('resp', this.nowMs)
    const digits = id.slice(5)
    return {
      id,
      createdAt: this.nowMs / 1000,
      previousResponseId: null,
      conversationId: null,
      input: [question, { ...question, id: `msg_${digits}i001` }],
      body: { id, output: [{ id: `msg_${digits}o000`, type: 'message', content: text }] },
    }
  }

  async leftovers(): Promise<string[]> {
    return (await Promise.all(FOLDERS.map((folder) => this.records.names(folder, '')))).flat()
  }
}
