import { expect, it } from 'vitest'
import * as z from 'zod'
import { mcpAnswers } from '../../../src/protocols/mcp/openapi.ts'
import { ACCEPTS, ENVELOPE, messagesOf } from '../../support/mcp.ts'
import { post, testApp } from '../../support/test-app.ts'

const ROUNDS = 1_500

/** Numbers from 0 to 1 that are the same in every run. */
function dice(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

const JUNK: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  0.5,
  '',
  'tools/call',
  '2026-07-28',
  '__proto__',
  '\u0000\ud800',
  [],
  [[]],
  {},
  { __proto__: null, constructor: 1 },
  'x'.repeat(5_000),
]
const METHODS = [
  'initialize',
  'ping',
  'server/discover',
  'tools/list',
  'tools/call',
  'notifications/cancelled',
  'subscriptions/listen',
  'constructor',
]
const VERSIONS = ['2024-11-05', '2025-03-26', '2025-11-25', '2026-07-28', '9', '']

function methodOf(message: object): string {
  return 'method' in message ? JSON.stringify(message.method).replaceAll(/[^!#-~]/g, '') : ''
}

const Answers = z.union([
  mcpAnswers.McpResponse,
  mcpAnswers.McpError,
  z.array(z.union([mcpAnswers.McpResponse, mcpAnswers.McpError])),
  z.object({ jsonrpc: z.literal('2.0'), method: z.literal('notifications/progress') }),
])

it('is answered as JSON-RPC, whatever is sent', async () => {
  const roll = dice(1)
  const one = <Value>(values: readonly Value[]) => values[Math.floor(roll() * values.length)]
  const maybe = (value: unknown) => (roll() < 0.15 ? one(JUNK) : value)
  const call = () => ({
    jsonrpc: maybe('2.0'),
    ...(roll() < 0.9 && { id: maybe(1) }),
    method: maybe(one(METHODS)),
    ...(roll() < 0.9 && {
      params: maybe({
        protocolVersion: maybe(one(VERSIONS)),
        name: maybe(one(['run_python', 'web_search', 'toString'])),
        arguments: maybe({
          code: maybe('1'),
          files: maybe([maybe({ name: maybe('a'), data: maybe('YQ==') })]),
          timeout_ms: maybe(1_000),
        }),
        _meta: maybe({ ...(roll() < 0.5 && ENVELOPE), progressToken: maybe('p') }),
      }),
    }),
  })
  const mangled = (text: string) => {
    if (roll() > 0.1) return text
    const at = Math.floor(roll() * text.length)
    return text.slice(0, at) + String(one(['', '"', '{', '\u0000', '[[[['])) + text.slice(at + 1)
  }
  const header = (value: string) => (roll() < 0.2 ? String(one(['', 'x', '=?base64?!?='])) : value)
  const statuses = new Set<number>()

  for (let round = 0; round < ROUNDS; round++) {
    const message = roll() < 0.1 ? Array.from({ length: roll() * 25 }, call) : call()
    const headers = {
      ...ACCEPTS,
      ...(roll() < 0.6 && { 'mcp-protocol-version': String(one(VERSIONS)) }),
      ...(roll() < 0.8 && { 'mcp-method': header(methodOf(message)) }),
      ...(roll() < 0.6 && { 'mcp-name': header('run_python') }),
      ...(roll() < 0.1 && { accept: 'application/json' }),
    }

    const response = await post(testApp(), '/mcp', mangled(JSON.stringify(message)), { headers })

    statuses.add(response.status)
    const answered = response.status === 202 ? [] : await messagesOf(response)
    expect(z.array(Answers).safeParse(answered).error).toBeUndefined()
  }
  expect(statuses).toEqual(new Set([200, 202, 400, 404]))
}, 60_000)
