import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { r2Store } from '../src/files/r2.ts'
import { storedSecret } from '../src/files/url-secret.ts'
import { createServices } from '../src/services.ts'
import { r2Records } from '../src/state/r2-records.ts'
import { interpreter, type Completion } from './support/chat-request.ts'
import { FakeSandbox, finishes, PIXEL, shows } from './support/fake-sandbox.ts'

it('a chart in an answer of the Worker opens by its link', async () => {
  const app = createApp(
    createServices(readConfig({}), {
      sandbox: new FakeSandbox(shows({ png: PIXEL }), finishes()),
      hasScience: false,
      filesOf: (owner) => r2Store({ bucket: env.FILES, owner, ttlSeconds: 60 }),
      recordsOf: (owner) => r2Records(env.FILES, owner),
      storedSecret: () => storedSecret(env.FILES),
      rateLimiter: env.RATE_LIMITER,
      fetch: async () => new Response(null, { status: 404 }),
      log: () => {},
    }),
  )
  const request = {
    model: 'demo',
    messages: [{ role: 'user', content: 'Plot a sine wave.' }],
    tools: [interpreter],
  }
  const init = { method: 'POST', body: JSON.stringify(request) }
  const answer = await app.request('http://localhost/v1/chat/completions', init)
  const body: Completion = await answer.json()
  const url = /\((http:\S+)\)/.exec(body.choices?.[0]?.message.content ?? '')?.[1] ?? ''

  const chart = await app.request(url, { headers: { range: 'bytes=1-3' } })

  expect(chart.status).toBe(206)
  expect(chart.headers.get('content-type')).toBe('image/png')
  expect(new Uint8Array(await chart.arrayBuffer())).toEqual(new TextEncoder().encode('PNG'))
})
