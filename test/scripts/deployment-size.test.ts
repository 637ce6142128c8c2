import { expect, it } from 'vitest'
import { judgeSize } from '../../scripts/deployment-size.ts'

const MiB = 1024 * 1024

it('says how much of the room a deployment takes', () => {
  expect(judgeSize(61 * MiB)).toBe('61.00 MiB of 64.00 MiB')
})

it('refuses a deployment that leaves too little free', () => {
  expect(() => judgeSize(62 * MiB + 1)).toThrow('2.00 MiB have to stay free')
})
