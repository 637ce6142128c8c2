import { expect, it } from 'vitest'
import { mountFiles } from '../../src/tools/mounts.ts'
import { memoryStores } from '../support/memory-store.ts'

const MiB = 1024 * 1024
const maxBytes = 30 * MiB

async function stored(...sizes: number[]) {
  const files = memoryStores()('ada')
  const requests = sizes.map(async (size, index) => {
    const content = new Uint8Array(size)
    const { id } = await files.put({ name: 'a.bin', content, purpose: 'user_data' })
    return { param: `files[${index}]`, fileId: id }
  })
  return { files, requests: await Promise.all(requests) }
}

it('a sandbox is given as much as it can take', async () => {
  const { files, requests } = await stored(14 * MiB, 16 * MiB)

  const mounts = await mountFiles(requests, files, maxBytes)

  expect(mounts.map(({ name }) => name)).toEqual(['a.bin', 'a-2.bin'])
})

it('a sandbox is not given more', async () => {
  const { files, requests } = await stored(14 * MiB, 16 * MiB, 1)

  await expect(mountFiles(requests, files, maxBytes)).rejects.toMatchObject({
    status: 413,
    code: 'files_too_large',
    param: 'files[2]',
    message: `The files of a sandbox may have ${maxBytes} bytes in all. Name fewer files, or smaller ones.`,
  })
})

it('a file that is asked for twice is given once', async () => {
  const { files, requests } = await stored(20 * MiB)

  const [first, second] = await mountFiles([...requests, ...requests], files, maxBytes)

  expect(second).toBe(first)
})
