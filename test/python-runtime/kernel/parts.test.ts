import { describe, expect, it } from 'vitest'
import type { Parts } from '../../../python-runtime/guest/parts.ts'
import { readImage } from '../../../scripts/built-image.ts'
import { python } from './python.ts'

const science = await readImage('science')

describe('an image whose modules have no room for all of it', () => {
  it('has all of it with its parts', async () => {
    const machine = await python({}, science)

    const printed = await machine.run(
      'import scipy.signal, sklearn.svm; print(scipy.__version__, flush=True)',
    )

    expect(printed).toBe('1.18.1\n')
  })

  it.each([
    ['no parts', null],
    ['a memory of another image', withPart('memory', (part) => flipped(part, 0))],
    ['files of another image', withPart('files', (part) => flipped(part, 3))],
    ['an empty part', withPart('files', () => new Uint8Array(0))],
  ])('is refused with %s', async (_, parts) => {
    await expect(python({}, { ...science, parts })).rejects.toThrow('npm run build:python')
  })
})

function flipped(part: Uint8Array, at: number): Uint8Array {
  return part.map((byte, index) => (index === at ? byte ^ 1 : byte))
}

function withPart(name: keyof Parts, change: (part: Uint8Array) => Uint8Array): Parts | null {
  const { parts = null } = science
  return parts && { ...parts, [name]: change(parts[name]) }
}
