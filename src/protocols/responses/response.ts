import type { Usage } from '../../answer/usage.ts'
import type { Fields } from '../../model/fields.ts'
import type { ResponseRequest } from './request.ts'
import { echoed } from './tools.ts'

/** What becomes of a response as it goes on. */
export interface Progress {
  status: 'in_progress' | 'completed' | 'incomplete' | 'failed'
  output: readonly Fields[]
  model?: string | undefined
  completed_at?: number | null
  incomplete_details?: object | null
  error?: object | null
  usage?: Usage | null
}

/** OpenAI's Response, with every field that it has: what there is nothing to say of is null, as its clients expect. */
export function responseObject(
  request: ResponseRequest,
  { id, createdAt }: { id: string; createdAt: number },
  { status, output, model, usage, ...rest }: Progress,
): Fields {
  const { text, reasoning, conversation } = request
  return {
    id,
    object: 'response',
    created_at: createdAt,
    completed_at: null,
    status,
    background: false,
    error: null,
    incomplete_details: null,
    ...rest,
    model: model ?? request.model,
    output,
    usage: usage ? usageOf(usage) : null,
    previous_response_id: request.previous_response_id ?? null,
    conversation: conversation
      ? { id: typeof conversation === 'string' ? conversation : conversation.id }
      : null,
    instructions: request.instructions ?? null,
    tools: (request.tools ?? []).map(echoed),
    tool_choice: request.tool_choice ?? 'auto',
    parallel_tool_calls: request.parallel_tool_calls ?? true,
    max_tool_calls: request.max_tool_calls ?? null,
    max_output_tokens: request.max_output_tokens ?? null,
    text: { ...text, format: text?.format ?? { type: 'text' } },
    reasoning: {
      ...reasoning,
      effort: reasoning?.effort ?? null,
      summary: reasoning?.summary ?? null,
    },
    temperature: request.temperature ?? 1,
    top_p: request.top_p ?? 1,
    presence_penalty: 0,
    frequency_penalty: 0,
    top_logprobs: request.top_logprobs ?? 0,
    truncation: request.truncation ?? 'disabled',
    store: request.store ?? true,
    service_tier: request.service_tier ?? 'default',
    metadata: request.metadata ?? {},
    user: request.user ?? null,
    safety_identifier: request.safety_identifier ?? null,
    prompt_cache_key: request.prompt_cache_key ?? null,
  }
}

function usageOf({ input, cached, output, reasoning, total }: Usage): object {
  return {
    input_tokens: input,
    input_tokens_details: { cached_tokens: cached, cache_write_tokens: 0 },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: reasoning },
    total_tokens: total,
  }
}
