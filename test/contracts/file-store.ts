import { beforeEach, describe, expect, it } from 'vitest'
import { limitedStore } from '../../src/files/limited.ts'
import { StorageFull, type FileStore, type NewFile } from '../../src/files/store.ts'

export interface FileStoreFixture {
  /** A store without files for an owner, whose files live an hour. */
  create: (owner: string, now: () => number) => Promise<FileStore>
}

const file: NewFile = {
  name: 'café.csv',
  content: new TextEncoder().encode('a,b\n1,2\n'),
  purpose: 'user_data',
}

/** What every file store promises, wherever it keeps its files. */
export function fileStoreContract(name: string, { create }: FileStoreFixture): void {
  describe(`file store: ${name}`, () => {
    let nowMs: number
    let store: FileStore
    beforeEach(async () => {
      nowMs = 1_800_000_000_000
      store = await create('ada', () => nowMs)
    })

    it('gives back what it was given', async () => {
      const { id } = await store.put(file)

      expect(await text(store.open(id))).toBe('a,b\n1,2\n')
    })

    it('describes a file', async () => {
      const stored = await store.put(file)

      expect(await store.find(stored.id)).toEqual({
        id: stored.id,
        name: 'café.csv',
        mimeType: 'text/csv',
        bytes: 8,
        purpose: 'user_data',
        createdAt: 1_800_000_000,
        expiresAt: 1_800_003_600,
      })
    })

    it('says the same of a file when it is put and when it is found', async () => {
      const stored = await store.put(file)

      expect(await store.find(stored.id)).toEqual(stored)
    })

    it('keeps a safe name', async () => {
      const { name: kept } = await store.put({ ...file, name: '../../etc/pass\nwd' })

      expect(kept).toBe('pass_wd')
    })

    it('opens a part of a file', async () => {
      const { id } = await store.put(file)

      expect(await text(store.open(id, { offset: 4, length: 3 }))).toBe('1,2')
    })

    it('keeps an empty file', async () => {
      const { id } = await store.put({ ...file, content: new Uint8Array() })

      expect(await text(store.open(id))).toBe('')
    })

    it('takes a file in by pieces, and knows its name only then', async () => {
      const intake = store.receive()
      await intake.write(new TextEncoder().encode('a,b\n'))
      await intake.write(new TextEncoder().encode('1,2\n'))

      const stored = await intake.keep({ name: 'numbers.csv', purpose: 'user_data' })

      expect(stored).toMatchObject({ name: 'numbers.csv', bytes: 8 })
      expect(await text(store.open(stored.id))).toBe('a,b\n1,2\n')
    })

    it('keeps a file of several megabytes that comes in by pieces', async () => {
      const piece = new Uint8Array(3 * 1024 * 1024).fill(120)
      const intake = store.receive()
      for (const [index] of Array.from({ length: 4 }).entries()) {
        piece[0] = index
        await intake.write(piece)
      }

      const { id, bytes } = await intake.keep(file)

      const content = await new Response(await store.open(id)).bytes()
      expect(bytes).toBe(4 * piece.length)
      expect(content.length).toBe(bytes)
      expect([0, 1, 2, 3].map((index) => content[index * piece.length])).toEqual([0, 1, 2, 3])
    })

    it('has nothing of a file that was dropped', async () => {
      const intake = store.receive()
      await intake.write(new Uint8Array(6 * 1024 * 1024))

      await intake.drop()

      expect(await store.list()).toEqual([])
    })

    it('lists the newest first', async () => {
      const first = await store.put(file)
      nowMs += 1000
      const second = await store.put(file)

      expect((await store.list()).map(({ id }) => id)).toEqual([second.id, first.id])
    })

    it('forgets a deleted file', async () => {
      const { id } = await store.put(file)

      expect(await store.delete(id)).toBe(true)
      expect(await store.find(id)).toBeNull()
      expect(await store.open(id)).toBeNull()
      expect(await store.delete(id)).toBe(false)
    })

    it('has no file that has expired', async () => {
      const { id } = await store.put(file)
      nowMs += 3600 * 1000

      expect(await store.find(id)).toBeNull()
      expect(await store.open(id)).toBeNull()
      expect(await store.list()).toEqual([])
    })

    it('lets a file expire sooner, never later, than all files do', async () => {
      const sooner = await store.put({ ...file, ttlSeconds: 60 })
      const later = await store.put({ ...file, ttlSeconds: 86_400 })

      expect(sooner.expiresAt).toBe(1_800_000_060)
      expect(later.expiresAt).toBe(1_800_003_600)
    })

    it('keeps no more files than a limit on it allows, until one is deleted', async () => {
      const limited = limitedStore(store, { maxStoredFiles: 2, maxStoredBytes: 1000 })
      const { id } = await limited.put(file)
      await limited.put(file)

      await expect(limited.put(file)).rejects.toThrow(StorageFull)
      await expect(limited.receive().write(file.content)).rejects.toThrow('limited to 2')
      await expect(limited.receive().keep(file)).rejects.toThrow(StorageFull)
      expect(await store.list()).toHaveLength(2)
      await limited.delete(id)
      expect(await limited.put(file)).toMatchObject({ bytes: 8 })
    })

    it('keeps no more bytes than a limit on it allows, until some expire', async () => {
      const limited = limitedStore(store, { maxStoredFiles: 10, maxStoredBytes: 20 })
      await limited.put({ ...file, ttlSeconds: 60 })
      await limited.put(file)
      const intake = limited.receive()
      await intake.write(new Uint8Array(4))

      await expect(intake.write(new Uint8Array(1))).rejects.toThrow('limited to 20 bytes')
      await expect(limited.put(file)).rejects.toThrow(StorageFull)
      nowMs += 60_000
      const later = limitedStore(store, { maxStoredFiles: 10, maxStoredBytes: 20 })
      expect(await later.put(file)).toMatchObject({ bytes: 8 })
    })

    it("does not count another owner's files", async () => {
      const limits = { maxStoredFiles: 1, maxStoredBytes: 8 }
      await limitedStore(store, limits).put(file)

      const stranger = limitedStore(await create(`bob-${name}`, () => nowMs), limits)

      expect(await stranger.put(file)).toMatchObject({ bytes: 8 })
    })

    it("does not see another owner's files", async () => {
      const { id } = await store.put(file)

      const stranger = await create('bob', () => nowMs)

      expect(await stranger.find(id)).toBeNull()
      expect(await stranger.open(id)).toBeNull()
      expect(await stranger.delete(id)).toBe(false)
      expect(await stranger.list()).toEqual([])
    })
  })
}

async function text(body: Promise<ReadableStream | null>): Promise<string> {
  return new Response(await body).text()
}
