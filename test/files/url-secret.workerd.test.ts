import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { storedSecret } from '../../src/files/url-secret.ts'

it('is made once, whoever comes first', async () => {
  const secrets = await Promise.all([
    storedSecret(env.FILES),
    storedSecret(env.FILES),
    storedSecret(env.FILES),
  ])

  expect(new Set(secrets).size).toBe(1)
  expect(secrets[0]).toHaveLength(72)
  expect(await storedSecret(env.FILES)).toBe(secrets[0])
})
