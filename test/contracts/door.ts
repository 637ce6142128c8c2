import { describe, expect, it } from 'vitest'
import type { Door } from '../../src/auth/door.ts'

export interface DoorFixture {
  create: () => Promise<Door>
  /** Whom it lets in, and whom it does not. */
  known: () => Request
  unknown: () => Request
}

const judges = ['here', 'upstream'] as const

/** What every door promises, whoever may come in by it. */
export function doorContract(name: string, { create, known, unknown }: DoorFixture): void {
  describe(`door: ${name}`, () => {
    it('knows a caller again, wherever the request goes', async () => {
      const door = await create()

      const callers = await Promise.all(judges.map((judge) => door.admit(known(), judge)))

      expect(new Set(callers.map(({ owner }) => owner)).size).toBe(1)
    })

    it('names an owner in a way that fits into a path', async () => {
      const { owner } = await (await create()).admit(known(), 'here')

      expect(owner).toMatch(/^[a-z0-9]{1,64}$/)
    })

    it('names nobody by the key', async () => {
      const key = known().headers.get('authorization')?.split(' ')[1] ?? 'no key'
      const { owner } = await (await create()).admit(known(), 'here')

      expect(owner).not.toContain(key)
    })

    it('turns others away where the answer is made here, and says why', async () => {
      const refused = (await create()).admit(unknown(), 'here')

      await expect(refused).rejects.toMatchObject({
        name: 'ApiError',
        status: expect.toSatisfy((status) => status === 401 || status === 403),
        code: expect.any(String),
      })
    })

    it('leaves the request to be read by others', async () => {
      const request = known()
      await (await create()).admit(request, 'here')

      expect(request.bodyUsed).toBe(false)
    })
  })
}
