import { describe, expect, it } from 'vitest'
import { readSettings } from '../../../scripts/workerd/settings.ts'

describe('the settings of several workerd', () => {
  it('listen on this machine, with a limit, when nothing is said', () => {
    expect(readSettings({ WORKERS: '' })).toEqual({
      PORT: 8787,
      HOST: 'localhost',
      FILES: 'files',
      RATE_LIMIT: 120,
      DRAIN_SECONDS: 25,
      FILE_TTL_SECONDS: 7 * 86_400,
      AUTH: 'open',
    })
  })

  it.for(['0.0.0.0', '::', '192.168.1.2', '10.0.0.1'])(
    'does not let everyone in who reaches %s',
    (HOST) => {
      expect(() => readSettings({ HOST })).toThrow('AUTH: set it to `keys` or `passthrough`')
      expect(() => readSettings({ HOST, AUTH: 'open' })).toThrow('AUTH')
      expect(readSettings({ HOST, AUTH: 'keys' }).HOST).toBe(HOST)
    },
  )

  it.for(['127.0.0.1', '::1', 'localhost'])('serves its own machine at %s without keys', (HOST) => {
    expect(readSettings({ HOST }).AUTH).toBe('open')
  })

  it.for([
    ['PORT', '65536'],
    ['WORKERS', '0'],
    ['WORKERS', 'all'],
    ['HOST', '127.example.com'],
    ['RATE_LIMIT', '-1'],
  ] as const)('say that %s=%s is wrong', ([name, value]) => {
    expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^${name}: `))
  })
})
