import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../src/config.ts'

const hash = 'a'.repeat(64)

const claude = {
  prefix: 'claude-',
  base_url: 'https://claude.example.com/v1',
  api_key_var: 'CLAUDE_KEY',
}
const UPSTREAMS = JSON.stringify([claude])

function firstUpstream(env: object) {
  return readConfig(env).upstreams.at(-1)?.upstream
}

describe('the configuration', () => {
  it('may be empty: the demo model, for this machine only', () => {
    expect(readConfig({})).toMatchObject({
      access: { mode: 'open' },
      upstreams: [{ prefix: '', upstream: { kind: 'demo' } }],
    })
  })

  it('takes a variable that is set to nothing as not set', () => {
    expect(firstUpstream({ OPENAI_API_KEY: '', AUTH: '' })).toEqual({ kind: 'demo' })
  })

  it('ignores bindings and variables of others', () => {
    expect(readConfig({ LOADER: {}, PATH: '/bin' }).access).toEqual({ mode: 'open' })
  })

  it("is OpenAI's own service with a key alone", () => {
    expect(firstUpstream({ OPENAI_API_KEY: 'k' })).toMatchObject({
      kind: 'openai',
      baseUrl: 'https://api.openai.com/v1',
      apiKey: 'k',
    })
  })

  it('is a service without a key with a URL alone', () => {
    expect(firstUpstream({ OPENAI_BASE_URL: 'http://localhost:11434/v1' })).toMatchObject({
      kind: 'openai',
      baseUrl: 'http://localhost:11434/v1',
    })
  })

  it("is OpenAI's own service when callers bring their keys", () => {
    expect(firstUpstream({ AUTH: 'passthrough' })).toMatchObject({
      baseUrl: 'https://api.openai.com/v1',
    })
  })

  it('is several services by the names of their models, each with its key', () => {
    const env = { UPSTREAMS, CLAUDE_KEY: 'c', OPENAI_API_KEY: 'k' }

    expect(readConfig(env).upstreams).toMatchObject([
      { prefix: 'claude-', upstream: { baseUrl: 'https://claude.example.com/v1', apiKey: 'c' } },
      { prefix: '', upstream: { baseUrl: 'https://api.openai.com/v1', apiKey: 'k' } },
    ])
  })

  it('has no demo beside real services', () => {
    expect(readConfig({ UPSTREAMS, CLAUDE_KEY: 'c' }).upstreams).toHaveLength(1)
  })

  it('reads several hashes', () => {
    const other = 'B'.repeat(64)

    expect(readConfig({ AUTH: 'keys', API_KEYS: `${hash}, ${other}\n` }).access).toEqual({
      mode: 'keys',
      hashes: [hash, other.toLowerCase()],
    })
  })

  it('has a search service only when one is named, whatever else is set', () => {
    const env = { BRAVE_API_KEY: 'k', SEARXNG_URL: 'http://localhost:8888' }

    expect(readConfig(env).search).toBeNull()
    expect(readConfig({ ...env, WEB_SEARCH_PROVIDER: 'brave' }).search).toEqual({
      WEB_SEARCH_PROVIDER: 'brave',
      BRAVE_API_KEY: 'k',
    })
  })

  const faults = [
    { env: { WEB_SEARCH_PROVIDER: 'altavista' }, variable: 'WEB_SEARCH_PROVIDER' },
    { env: { WEB_SEARCH_PROVIDER: 'searxng', SEARXNG_URL: 'x' }, variable: 'SEARXNG_URL' },
    { env: { WEB_SEARCH_PROVIDER: 'brave' }, variable: 'BRAVE_API_KEY' },
    { env: { WEB_SEARCH_PROVIDER: 'tavily', TAVILY_API_KEY: '' }, variable: 'TAVILY_API_KEY' },
    { env: { WEB_SEARCH_PROVIDER: 'exa' }, variable: 'EXA_API_KEY' },
    { env: { AUTH: 'none' }, variable: 'AUTH' },
    { env: { AUTH: 'keys' }, variable: 'API_KEYS' },
    { env: { AUTH: 'keys', API_KEYS: 'my-key' }, variable: 'API_KEYS' },
    { env: { OPENAI_BASE_URL: 'localhost' }, variable: 'OPENAI_BASE_URL' },
    { env: { CORS_ORIGINS: 'chat.example.com' }, variable: 'CORS_ORIGINS' },
    { env: { CORS_ORIGINS: 'https://a.example/path' }, variable: 'CORS_ORIGINS' },
    { env: { UPSTREAMS: 'claude' }, variable: 'UPSTREAMS' },
    { env: { UPSTREAMS: '[{"prefix":"a"}]' }, variable: 'UPSTREAMS.0' },
    { env: { UPSTREAMS }, variable: 'CLAUDE_KEY' },
    { env: { UPSTREAMS: '[{"prefix":"@cf/","binding":"AI"}]' }, variable: 'AI' },
    { env: { UPSTREAMS: '[{"prefix":"@cf/","binding":"AI"}]', AI: 'text' }, variable: 'AI' },
    { env: { UPSTREAMS, CLAUDE_KEY: 'c', AUTH: 'passthrough' }, variable: 'UPSTREAMS' },
    {
      env: { UPSTREAMS: JSON.stringify([claude, claude]), CLAUDE_KEY: 'c' },
      variable: 'UPSTREAMS',
    },
    { env: { PUBLIC_URL: 'ftp://example.com' }, variable: 'PUBLIC_URL' },
    { env: { FILE_URL_SECRET: 'short' }, variable: 'FILE_URL_SECRET' },
    { env: { MAX_TOOL_ROUNDS: '0' }, variable: 'MAX_TOOL_ROUNDS' },
    { env: { MAX_TIMEOUT_MS: 'long' }, variable: 'MAX_TIMEOUT_MS' },
    { env: { MAX_FILE_BYTES: '31457281' }, variable: 'MAX_FILE_BYTES' },
  ]

  it.for(faults)('is refused with the name of what is wrong: $env', ({ env, variable }) => {
    expect(() => readConfig(env)).toThrow(ConfigError)
    expect(() => readConfig(env)).toThrow(variable)
  })

  it('does not repeat the value that is wrong, which may be a secret', () => {
    expect(() => readConfig({ AUTH: 'keys', API_KEYS: 'my-key' })).not.toThrow('my-key')
  })
})
