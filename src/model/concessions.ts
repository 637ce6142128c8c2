import type { ApiError } from '../errors.ts'
import type { Fields } from './fields.ts'

/**
 * A request without the one thing that a service has refused it for and that an answer can do without: usage in a
 * stream, a stream, tools that may not be called, or the leave to call several at once; or with the old name of the bound
 * on tokens. Null when it was refused for something else.
 */
export function concede(body: Fields, { status, message, param }: ApiError): Fields | null {
  const isRefusal = status === 400 || status === 422 || param !== null
  if (!isRefusal) return null
  const words = `${param ?? ''} ${message}`
  if (body['stream_options'] && /stream_options|include_usage/.test(words)) {
    return without(body, ['stream_options'])
  }
  if (body['stream'] && /\bstream/i.test(words)) return without(body, ['stream', 'stream_options'])
  if (body['tool_choice'] === 'none' && /\btool/i.test(words)) {
    return without(body, ['tools', 'tool_choice', 'parallel_tool_calls'])
  }
  if (body['parallel_tool_calls'] === true && words.includes('parallel_tool_calls')) {
    return without(body, ['parallel_tool_calls'])
  }
  const { max_completion_tokens: max_tokens, ...others } = body
  if (max_tokens !== undefined && words.includes('max_completion_tokens')) {
    return { ...others, max_tokens }
  }
  return null
}

function without(body: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)))
}
