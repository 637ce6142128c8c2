import { describe, expect, it } from 'vitest'
import { workerVariables } from '../../scripts/variables.ts'

describe('the variables of the Worker', () => {
  it('are taken from the environment by name', () => {
    const environment = { OPENAI_API_KEY: 'sk-1', AUTH: 'keys', HOME: '/root', PATH: '/bin' }

    expect(workerVariables(environment)).toEqual({ OPENAI_API_KEY: 'sk-1', AUTH: 'keys' })
  })

  it.each(['MAX_TIMEOUT_MS', 'MAX_FILE_BYTES', 'MAX_TOOL_ROUNDS'])(
    'include the limit %s',
    (name) => {
      expect(workerVariables({ [name]: '5' })).toEqual({ [name]: '5' })
    },
  )

  it('keep one that is set to nothing, which takes away what a file says', () => {
    expect(workerVariables({ OPENAI_API_KEY: '' })).toEqual({ OPENAI_API_KEY: '' })
  })
})
