import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { workerVariables } from '../../scripts/variables.ts'

describe('the variables of the Worker', () => {
  it('are taken from the environment by name', () => {
    const environment = { OPENAI_API_KEY: 'sk-1', AUTH: 'keys', HOME: '/root', PATH: '/bin' }

    expect(workerVariables(environment)).toEqual({ OPENAI_API_KEY: 'sk-1', AUTH: 'keys' })
  })

  it.each(['MAX_TIMEOUT_MS', 'MAX_FILE_BYTES', 'MAX_QUEUED_EXECUTIONS'])(
    'include the limit %s',
    (name) => {
      expect(workerVariables({ [name]: '5' })).toEqual({ [name]: '5' })
    },
  )

  it('are all that its configuration has', () => {
    const schemas = ['src/config.ts', ...globSync('src/search/*.ts')]
    const names = schemas.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/^ {2}([A-Z]+(?:_[A-Z]+)*): /gm)].map(
        ([, name]) => name,
      ),
    )
    const environment = Object.fromEntries(names.map((name) => [name, 'set']))

    expect(workerVariables(environment)).toEqual(environment)
    expect(names).toContain('MAX_TIMEOUT_MS')
    expect(names).toContain('BRAVE_API_KEY')
  })

  it('keep one that is set to nothing, which takes away what a file says', () => {
    expect(workerVariables({ OPENAI_API_KEY: '' })).toEqual({ OPENAI_API_KEY: '' })
  })
})

it('hands on the keys that the table of services names, and no others', () => {
  const UPSTREAMS = '[{"prefix":"a-","base_url":"http://a/v1","api_key_var":"A_KEY"}]'

  const variables = workerVariables({ UPSTREAMS, A_KEY: 'a', B_KEY: 'b' })

  expect(variables).toEqual({ UPSTREAMS, A_KEY: 'a' })
})
