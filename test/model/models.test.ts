import { openaiModel } from '../../src/model/openai.ts'
import { routedModel } from '../../src/model/routed.ts'
import { upstreamModel } from '../../src/model/upstream.ts'
import { modelContract, type ModelInUse, type Script } from '../contracts/model.ts'
import { streamsAi } from '../support/fake-ai.ts'
import { refuses, runs, says, ScriptedUpstream } from '../support/scripted-upstream.ts'

async function scripted(script: Script) {
  switch (script) {
    case 'calls':
      return ScriptedUpstream.start(runs('print(2 + 2)'))
    case 'knows no model':
      return ScriptedUpstream.start(refuses(404, { message: 'There is none.' }))
    case 'talks':
    case 'lists':
      return ScriptedUpstream.start(says('Four, I think.'))
  }
}

async function openai(script: Script): Promise<ModelInUse> {
  const upstream = await scripted(script)
  return {
    model: openaiModel({ baseUrl: upstream.url, apiKey: 'k' }),
    [Symbol.asyncDispose]: () => upstream[Symbol.asyncDispose](),
  }
}

async function routed(script: Script): Promise<ModelInUse> {
  const { model, ...upstream } = await openai(script)
  const nobody = openaiModel({ baseUrl: 'http://127.0.0.1:9/v1', apiKey: 'k' })
  const routes = [
    { prefix: 'scripted/', model },
    { prefix: 'others/', model: nobody },
  ]
  return { model: routedModel(routes), ...upstream }
}

async function workersAi(script: Script): Promise<ModelInUse> {
  const call = { name: 'code_interpreter', arguments: { code: 'print(2 + 2)' } }
  const talk = streamsAi({ response: 'Four, ' }, { response: 'I think.' }, '[DONE]')
  const whole = Response.json({ response: 'Four, I think.' })
  const calls = streamsAi({ response: '', tool_calls: [call] }, '[DONE]')
  const ai = {
    /** The binding says by itself whether it streams. */
    run: async (_: string, { stream }: { stream?: unknown }) => {
      if (script === 'calls') return calls
      return stream === true ? talk : whole
    },
  }
  const upstream = { kind: 'workers-ai', ai, models: ['@cf/model'], timeoutMs: 5_000 } as const
  return {
    model: upstreamModel([{ prefix: '', upstream }], null),
    [Symbol.asyncDispose]: async () => {},
  }
}

/** Whose script is its own. */
async function demo(): Promise<ModelInUse> {
  const model = upstreamModel([{ prefix: '', upstream: { kind: 'demo' } }], null)
  return { model, [Symbol.asyncDispose]: async () => {} }
}

modelContract("a service that speaks OpenAI's protocol", {
  create: openai,
  id: 'scripted/model',
})
modelContract('several services', { create: routed, id: 'scripted/model' })
modelContract('Workers AI', { create: workersAi, id: '@cf/model' })
modelContract('the demo', { create: demo, id: 'demo' })
