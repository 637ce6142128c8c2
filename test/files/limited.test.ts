import { expect, it } from 'vitest'
import { limitedStore } from '../../src/files/limited.ts'
import { StorageFull, type FileStore } from '../../src/files/store.ts'
import { memoryStores } from '../support/memory-store.ts'

const file = { name: 'a.txt', content: new Uint8Array(8), purpose: 'user_data' }

it('counts once, however many files come in', async () => {
  const store = new CountedStore()
  const limited = limitedStore(store.files, { maxStoredFiles: 100, maxStoredBytes: 1000 })

  await limited.put(file)
  await limited.put(file)
  await limited.put(file)
  await limited.receive().write(file.content)

  expect(store.lists).toBe(1)
})

it('knows what came in since it counted', async () => {
  const store = new CountedStore()
  const limited = limitedStore(store.files, { maxStoredFiles: 3, maxStoredBytes: 1000 })
  await limited.put(file)
  await limited.put(file)
  const intake = limited.receive()
  await intake.write(file.content)

  await expect(limited.put(file)).rejects.toThrow(StorageFull)
  await intake.drop()
  expect(await limited.put(file)).toMatchObject({ bytes: 8 })
})

it('counts no file that it refused', async () => {
  const store = new CountedStore()
  const limited = limitedStore(store.files, { maxStoredFiles: 1, maxStoredBytes: 10 })
  const large = { ...file, content: new Uint8Array(11) }

  await expect(limited.put(large)).rejects.toThrow('limited to 10 bytes')
  expect(await limited.put(file)).toMatchObject({ bytes: 8 })
})

it('counts nothing where no file comes in', async () => {
  const store = new CountedStore()
  const limited = limitedStore(store.files, { maxStoredFiles: 3, maxStoredBytes: 1000 })

  limited.receive()

  expect(store.lists).toBe(0)
})

const output = { ...file, purpose: 'assistants_output' }

it('lets the oldest files of programs make room for new ones, and leaves uploads', async () => {
  const store = memoryStores({ now: ticking() })('ada')
  const limits = { maxStoredFiles: 4, maxStoredBytes: 1000 }
  const upload = await store.put(file)
  const first = await store.put(output)
  const second = await store.put(output)
  const third = await store.put(output)

  const made = await limitedStore(store, limits).put(output)

  expect((await store.list()).map(({ id }) => id)).toEqual([
    made.id,
    third.id,
    second.id,
    upload.id,
  ])
  expect(await store.find(first.id)).toBeNull()
})

it('makes no room by what the same request has made', async () => {
  const store = memoryStores({ now: ticking() })('ada')
  const limited = limitedStore(store, { maxStoredFiles: 2, maxStoredBytes: 1000 })
  await limited.put(output)
  await limited.put(output)

  await expect(limited.put(output)).rejects.toThrow('limited to 2')
  expect(await store.list()).toHaveLength(2)
})

it('removes nothing for a file that there would be no room for in any case', async () => {
  const store = memoryStores({ now: ticking() })('ada')
  await store.put(output)
  const limited = limitedStore(store, { maxStoredFiles: 10, maxStoredBytes: 20 })

  await expect(limited.put({ ...output, content: new Uint8Array(21) })).rejects.toThrow('20 bytes')
  expect(await store.list()).toHaveLength(1)
})

it('makes no room for uploads', async () => {
  const store = memoryStores({ now: ticking() })('ada')
  await store.put(output)
  const limited = limitedStore(store, { maxStoredFiles: 1, maxStoredBytes: 1000 })

  await expect(limited.put(file)).rejects.toThrow(StorageFull)
})

/** A clock that is later each time. */
function ticking(): () => number {
  let time = 1_800_000_000_000
  return () => (time += 1000)
}

/** A store that tells how often it was listed. */
class CountedStore {
  lists = 0
  readonly files: FileStore
  constructor() {
    const store = memoryStores()('ada')
    this.files = { ...store, list: () => (this.lists++, store.list()) }
  }
}
