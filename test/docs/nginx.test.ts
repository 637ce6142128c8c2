import { expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { blocksOf } from './code-blocks.ts'

const blocks = blocksOf('nginx')
const servers = blocks.filter(({ text }) => text.startsWith('server {'))
const { limits } = readConfig({})

it.for(blocks)('nginx reads what is in pairs, and to the end of each line: $place', ({ text }) => {
  const lines = text.trim().split('\n')

  expect(text.match(/\{$/gm)).toHaveLength(text.match(/^ *\}$/gm)?.length ?? 0)
  expect(lines.filter((line) => !/(^ *\}|[{;])$/.test(line))).toEqual([])
})

it.for(servers)('nginx takes what the server takes, and waits as long: $place', ({ text }) => {
  const bodyBytes = Number(text.match(/client_max_body_size (\d+)m;/)?.[1]) * 1024 * 1024
  const waitMs = Number(text.match(/proxy_read_timeout (\d+)s;/)?.[1]) * 1000

  expect(bodyBytes).toBeGreaterThanOrEqual(limits.maxBodyBytes)
  expect(waitMs).toBeGreaterThan(limits.maxRequestMs)
})

it.for(servers)('nginx hands on what is streamed, to where the server listens: $place', (block) => {
  const [environment] = blocksOf('ini').filter(
    ({ page, text }) => page === block.page && text.includes('PORT='),
  )
  const port = environment?.text.match(/^PORT=(\d+)$/m)?.[1]

  expect(block.text).toContain('proxy_buffering off;')
  expect(block.text).toContain(`proxy_pass http://127.0.0.1:${port};`)
})
