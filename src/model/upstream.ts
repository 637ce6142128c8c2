import * as z from 'zod'
import { demoService } from './demo.ts'
import type { Model } from './model.ts'
import { openaiModel } from './openai.ts'
import { routedModel } from './routed.ts'

export type UpstreamConfig =
  | { kind: 'demo' }
  | { kind: 'openai'; baseUrl: string; apiKey: string; timeoutMs: number }

/** A service, and the beginning of the names of the models that are asked of it. */
export interface UpstreamRoute {
  prefix: string
  upstream: UpstreamConfig
}

/** JSON that names services beside the first one, and for each the variable that has its key. */
export const UpstreamTable = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue('expected JSON')
      return z.NEVER
    }
  })
  .pipe(
    z
      .array(
        z.strictObject({
          prefix: z.string().min(1),
          base_url: z.url({ protocol: /^https?$/ }),
          api_key_var: z.string().optional(),
        }),
      )
      .min(1)
      .refine(
        (rows) => new Set(rows.map(({ prefix }) => prefix)).size === rows.length,
        'expected each prefix once',
      ),
  )

/** The models that answer; with a caller's own key, on that key. */
export function upstreamModel(routes: readonly UpstreamRoute[], callersKey: string | null): Model {
  return routedModel(
    routes.map(({ prefix, upstream }) => ({ prefix, model: modelOf(upstream, callersKey) })),
  )
}

function modelOf(config: UpstreamConfig, callersKey: string | null): Model {
  switch (config.kind) {
    case 'demo':
      return openaiModel({ baseUrl: 'http://demo/v1', apiKey: 'demo', fetch: demoService })
    case 'openai':
      return openaiModel({
        baseUrl: config.baseUrl,
        apiKey: callersKey ?? config.apiKey,
        timeoutMs: config.timeoutMs,
        isCallersKey: callersKey !== null,
      })
  }
}
