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

/** A store that tells how often it was listed. */
class CountedStore {
  lists = 0
  readonly files: FileStore
  constructor() {
    const store = memoryStores()('ada')
    this.files = { ...store, list: () => (this.lists++, store.list()) }
  }
}
