import { expect, it } from 'vitest'
import { blockReader } from '../../../python-runtime/guest/archive.ts'
import { readImage } from '../../../scripts/built-image.ts'
import { isolateBytes, uncountedBytes } from '../../../scripts/like-cloudflare/memory.ts'
import { readConfig } from '../../../src/config.ts'

it('leaves a tenth of an isolate free by default, in the worst case', async () => {
  const { sandbox } = readConfig({})
  const unpackerBytes = await unpackerAfterAllFiles()

  const used = sandbox.maxMemoryBytes + sandbox.maxFileBytes + unpackerBytes + uncountedBytes
  expect(unpackerBytes).toBeGreaterThan(1_000_000)
  expect(used).toBeLessThan(0.9 * isolateBytes)
})

/** How large the memory is that unpacks files, when each has been unpacked once. */
async function unpackerAfterAllFiles(): Promise<number> {
  const { archive, files } = await readImage()
  const { Instance } = WebAssembly
  let memory: unknown
  WebAssembly.Instance = class extends Instance {
    constructor(...values: ConstructorParameters<typeof Instance>) {
      super(...values)
      memory = this.exports['memory']
    }
  }
  try {
    const read = blockReader(archive, files)
    for (const number of files.blocks.keys()) read(number)
  } finally {
    WebAssembly.Instance = Instance
  }
  if (!(memory instanceof WebAssembly.Memory)) throw new Error('The archive has no memory.')
  return memory.buffer.byteLength
}
