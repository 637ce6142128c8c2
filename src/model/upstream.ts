import * as z from 'zod'
import { demoService } from './demo.ts'
import type { Model } from './model.ts'
import { openaiModel } from './openai.ts'
import { routedModel } from './routed.ts'
import { workersAi, type WorkersAi } from './workers-ai.ts'

export type UpstreamConfig =
  | { kind: 'demo' }
  | {
      kind: 'openai'
      baseUrl: string
      apiKey: string
      timeoutMs: number
      makesResponses: boolean
    }
  | { kind: 'workers-ai'; ai: WorkersAi; models: readonly string[]; timeoutMs: number }

/** A service, and the beginning of the names of the models that are asked of it. */
export interface UpstreamRoute {
  prefix: string
  upstream: UpstreamConfig
}

/** A service behind an address, and the variable that has its key. */
const AddressRow = z.strictObject({
  prefix: z.string().min(1),
  base_url: z.url({ protocol: /^https?$/ }),
  api_key_var: z.string().optional(),
  /** Whether it makes OpenAI's responses by itself, for requests without tools of this server. */
  responses: z.boolean().default(false),
})

/** Cloudflare's Workers AI behind a binding, and the models to list, since the binding cannot list any. */
const BindingRow = z.strictObject({
  prefix: z.string().min(1),
  binding: z.string().min(1),
  models: z.array(z.string().min(1)).default([]),
})

const ROWS = 'expected a `prefix` with `base_url` and `api_key_var`, or with `binding` and `models`'

/** JSON that names services beside the first one. */
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
      .array(z.union([AddressRow, BindingRow], ROWS))
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
        makesResponses: config.makesResponses,
        tellsRefusals: callersKey !== null,
      })
    case 'workers-ai':
      return openaiModel({
        baseUrl: 'http://workers-ai/v1',
        apiKey: 'none',
        timeoutMs: config.timeoutMs,
        tellsRefusals: true,
        fetch: workersAi(config.ai, config.models),
      })
  }
}
