import { describe, expect, it } from 'vitest'
import { sha256 } from '../../src/auth/digest.ts'
import { door } from '../../src/auth/doors.ts'
import { passthroughDoor, type Verdict } from '../../src/auth/passthrough.ts'
import { doorContract } from '../contracts/door.ts'

const always = async () => 'yes' as const

function request(url: string, headers: Record<string, string> = {}) {
  return new Request(url, { headers })
}

function withKey(key: string) {
  return request('https://api.example.com/v1/files', { authorization: `Bearer ${key}` })
}

const isNobody = (key: string) => key.startsWith('nobody-')

/** An upstream that accepts every key that somebody has, and writes down which it was asked about. */
function remembering(asked: string[]) {
  return async (key: string): Promise<Verdict> => {
    if (isNobody(key)) return 'no'
    asked.push(key)
    return 'yes'
  }
}

doorContract('open', {
  create: async () => door({ mode: 'open' }, always),
  known: () => request('http://localhost:8787/v1/files'),
  unknown: () => request('https://api.example.com/v1/files'),
})
doorContract('keys', {
  create: async () => door({ mode: 'keys', hashes: [await sha256('one')] }, always),
  known: () => withKey('one'),
  unknown: () => withKey('two'),
})
doorContract('passthrough', {
  create: async () => door({ mode: 'passthrough' }, async (key) => (key === 'one' ? 'yes' : 'no')),
  known: () => withKey('one'),
  unknown: () => withKey('two'),
})

describe('an open door', () => {
  const open = door({ mode: 'open' }, always)

  it.for([
    'http://localhost:8787/',
    'http://127.0.0.1/',
    'http://127.9.9.9/',
    'http://[::1]:1/',
    'http://app.localhost/',
  ])('admits who comes to %s', async (url) => {
    expect(await open.admit(request(url), 'here')).toEqual({ owner: 'local', key: null })
  })

  it.for([
    'https://api.example.com/',
    'http://192.168.0.2/',
    'http://localhost.example.com/',
    'http://127.0.0.1.example.com/',
    'http://notlocalhost/',
  ])('turns away who comes to %s, and says why', async (url) => {
    await expect(open.admit(request(url), 'here')).rejects.toMatchObject({
      status: 403,
      code: 'access_not_configured',
      message: expect.stringContaining('AUTH'),
    })
  })

  it('turns away pages from elsewhere', async () => {
    const fromPage = request('http://localhost/', { origin: 'https://evil.example' })

    await expect(open.admit(fromPage, 'here')).rejects.toMatchObject({ status: 403 })
  })

  it('admits its own pages', async () => {
    const fromPage = request('http://localhost:8787/', { origin: 'http://localhost:8787' })

    expect(await open.admit(fromPage, 'here')).toMatchObject({ owner: 'local' })
  })
})

describe('a door with keys', () => {
  it('admits each of its keys, with a space of its own', async () => {
    const keys = door({ mode: 'keys', hashes: [await sha256('one'), await sha256('two')] }, always)

    const first = await keys.admit(withKey('one'), 'here')
    const second = await keys.admit(withKey('two'), 'here')

    expect(first.owner).toMatch(/^[0-9a-f]{24}$/)
    expect(second.owner).not.toBe(first.owner)
  })

  it('does not pass its keys on', async () => {
    const keys = door({ mode: 'keys', hashes: [await sha256('one')] }, always)

    expect((await keys.admit(withKey('one'), 'upstream')).key).toBeNull()
  })

  it('turns other keys away, even a hash itself', async () => {
    const hash = await sha256('one')
    const keys = door({ mode: 'keys', hashes: [hash] }, always)

    const refused = { status: 401, code: 'invalid_api_key' }
    await expect(keys.admit(withKey('three'), 'here')).rejects.toMatchObject(refused)
    await expect(keys.admit(withKey(hash), 'here')).rejects.toMatchObject(refused)
  })

  it('asks for a key where there is none', async () => {
    const keys = door({ mode: 'keys', hashes: [await sha256('one')] }, always)

    const without = keys.admit(request('http://localhost/'), 'here')

    await expect(without).rejects.toMatchObject({ status: 401, code: 'missing_api_key' })
  })
})

describe('a door that passes keys on', () => {
  it('leaves the key to the upstream where the request goes there', async () => {
    const asked: string[] = []
    const passthrough = door({ mode: 'passthrough' }, remembering(asked))

    const caller = await passthrough.admit(withKey('mine'), 'upstream')

    expect(caller.key).toBe('mine')
    expect(asked).toEqual([])
  })

  it('asks the upstream, once in a while, where the request does not go there', async () => {
    const asked: string[] = []
    const passthrough = door({ mode: 'passthrough' }, remembering(asked))

    await passthrough.admit(withKey('mine'), 'here')
    await passthrough.admit(withKey('mine'), 'here')
    await passthrough.admit(withKey('yours'), 'here')

    expect(asked).toEqual(['mine', 'yours'])
  })

  it('turns away a key that the upstream does not know', async () => {
    const passthrough = door({ mode: 'passthrough' }, async () => 'no')

    await expect(passthrough.admit(withKey('mine'), 'here')).rejects.toMatchObject({ status: 401 })
  })

  it('turns away a key that the upstream says nothing of', async () => {
    const passthrough = door({ mode: 'passthrough' }, async () => 'unclear')

    await expect(passthrough.admit(withKey('mine'), 'here')).rejects.toMatchObject({
      status: 403,
      code: 'key_not_verified',
    })
  })

  it.for<Verdict>(['yes', 'unclear'])(
    'turns everyone away where the upstream says "%s" to a key that nobody has',
    async (verdict) => {
      const check = async (key: string) => (isNobody(key) ? verdict : 'yes')
      const passthrough = door({ mode: 'passthrough' }, check)

      const refused = { status: 403, code: 'key_not_verified' }
      await expect(passthrough.admit(withKey('mine'), 'here')).rejects.toMatchObject(refused)
      await expect(passthrough.admit(withKey('mine'), 'here')).rejects.toMatchObject(refused)
    },
  )

  it('asks once in a while whether the upstream tells keys apart, with another key each time', async () => {
    const nobodies = new Set<string>()
    let time = 0
    const check = async (key: string) => {
      if (isNobody(key)) nobodies.add(key)
      return isNobody(key) ? 'no' : 'yes'
    }
    const passthrough = passthroughDoor(check, () => time)

    for (const key of ['one', 'two']) await passthrough.admit(withKey(key), 'here')
    expect(nobodies.size).toBe(1)
    time += 6 * 60_000
    await passthrough.admit(withKey('one'), 'here')
    expect(nobodies.size).toBe(2)
  })
})
