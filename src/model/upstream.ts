import { demoService } from './demo.ts'
import type { Model } from './model.ts'
import { openaiModel } from './openai.ts'

export type UpstreamConfig = { kind: 'demo' } | { kind: 'openai'; baseUrl: string; apiKey: string }

/** The model that answers; with a caller's own key, on that key. */
export function upstreamModel(config: UpstreamConfig, callersKey: string | null): Model {
  switch (config.kind) {
    case 'demo':
      return openaiModel({ baseUrl: 'http://demo/v1', apiKey: 'demo', fetch: demoService })
    case 'openai':
      return openaiModel({
        baseUrl: config.baseUrl,
        apiKey: callersKey ?? config.apiKey,
        isCallersKey: callersKey !== null,
      })
  }
}
