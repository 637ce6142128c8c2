import { expect, it } from 'vitest'
import { ApiError } from '../../src/errors.ts'
import { verdictOn } from '../../src/model/key-verdict.ts'

const { signal } = new AbortController()
const answering = (status: number) => ({
  list: () =>
    status === 200
      ? Promise.resolve([])
      : Promise.reject(new ApiError('No.', { status, code: null })),
})

it.each([
  { status: 200, verdict: 'yes' },
  { status: 401, verdict: 'no' },
  ...[400, 402, 403, 404, 422].map((status) => ({ status, verdict: 'unclear' })),
])('a service that answers $status says $verdict', async ({ status, verdict }) => {
  expect(await verdictOn(answering(status), signal)).toBe(verdict)
})

it.each([429, 500, 502, 503, 504])('a service that answers %i cannot be asked', async (status) => {
  await expect(verdictOn(answering(status), signal)).rejects.toMatchObject({ status })
})
