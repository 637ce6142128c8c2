import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { r2Records } from '../../src/state/r2-records.ts'
import { ownStateContract } from '../contracts/own-state.ts'

ownStateContract('R2', {
  create: async (owner) => r2Records(env.FILES, owner),
  async spoil(owner, folder, name, text) {
    await env.FILES.put(`files/state/${owner}/${folder}/${name}`, text)
  },
})

it('lists and removes more than a page of records', async () => {
  const records = r2Records(env.FILES, 'many')
  const names = Array.from({ length: 1005 }, (_, index) => `conv_${1000 + index}.x`)
  await Promise.all(names.map((name) => records.write('conversation-items', name, '')))

  expect(await records.names('conversation-items', 'conv_')).toEqual(names)
  expect(await records.names('conversation-items', 'conv_200')).toHaveLength(5)
  await records.remove('conversation-items', names)
  expect(await records.measure('conversation-items')).toEqual([])
})
