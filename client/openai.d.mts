import type { APIPromise, OpenAI } from 'openai'
import type { ChatCompletionTool } from 'openai/resources/chat/completions'
import type { Stream } from 'openai/streaming'

// What open-code-interpreter adds to OpenAI's chat completions, told to the types of OpenAI's SDK: a program
// that imports `open-code-interpreter/openai` may name the tools and read what they did, without a cast.

export interface CodeInterpreterTool {
  type: 'code_interpreter'
  /** The most time that one program may take. */
  timeout_ms?: number
  /** The most time that one sandbox may live, start and clean-up included. */
  sandbox_timeout_ms?: number
  /** Uploaded files that every program finds in its folder. */
  file_ids?: string[]
  /** Puts the program and what it prints into `content` too, as folded Markdown. */
  show?: 'markdown'
  /** Files in the words of OpenAI's Responses API. */
  container?: { type: 'auto'; file_ids?: string[]; memory_limit?: '1g' | null }
}

export interface WebSearchTool {
  type: 'web_search'
  /** How much of what is found the model reads. */
  search_context_size?: 'low' | 'medium' | 'high'
  user_location?: {
    type: 'approximate'
    city?: string | null
    country?: string | null
    region?: string | null
    timezone?: string | null
  } | null
  filters?: { allowed_domains?: string[] | null } | null
}

/** The tools that the server runs itself. */
export type ServerTool = CodeInterpreterTool | WebSearchTool

/** A file that a program made. */
export interface ResultFile {
  id: string
  name: string
  bytes: number
  mime_type: string
  /** Signed: it opens without a key until the file expires. */
  url: string
}

/** A file that a program made and that there was no room for. */
export interface UnstoredFile {
  name: string
  bytes: number
  mime_type: string
  reason: string
}

/** One displayed thing in all its formats, the binary ones as base64; or a file that the program wrote. */
export interface ExecutionOutput {
  /** Whether this is the value of the program's last expression. */
  is_main_result: boolean
  text?: string | undefined
  html?: string | undefined
  markdown?: string | undefined
  latex?: string | undefined
  json?: unknown
  svg?: string | undefined
  png?: string | undefined
  jpeg?: string | undefined
  pdf?: string | undefined
  /** The data behind a Matplotlib figure. */
  chart?:
    | {
        type: string
        title?: string | null | undefined
        x_label?: string | null | undefined
        y_label?: string | null | undefined
        elements: unknown[]
      }
    | undefined
  file?: ResultFile | undefined
  unstored_file?: UnstoredFile | undefined
}

/** All that came of a program. */
export interface ExecutionResult {
  stdout: string
  stderr: string
  results: ExecutionOutput[]
  error: {
    type:
      | 'execution_error'
      | 'timeout'
      | 'sandbox_timeout'
      | 'memory'
      | 'output_limit'
      | 'cancelled'
      | 'sandbox_unavailable'
    name: string
    message: string
    traceback: string
  } | null
  usage: { wall_ms: number; cpu_ms: number; start_ms: number; peak_memory_bytes: number }
}

/** One use of a built-in tool. */
export interface ExecutedTool {
  index: number
  type: string
  name: string
  /** What the model asked for, as JSON: `{"code": "…"}` or `{"query": "…"}`. */
  arguments: string
  /** What the model was told of it. */
  output: string
  /** What the model service gave with the call, and wants back when it is told of it again. */
  upstream?: { message?: Record<string, unknown>; call?: Record<string, unknown> }
  /** What a program showed, a picture as base64. */
  code_results?: { text?: string; png?: string; jpeg?: string; svg?: string }[]
  /** All that came of a program. */
  execution?: ExecutionResult
  /** The pages that a search found. */
  search_results?: {
    results: { title: string; url: string; content: string; score: number | null }[]
  }
}

/** A piece of an entry, in a stream: first what was asked for, then what is printed, last what came of it. */
export type ExecutedToolDelta = Partial<ExecutedTool> & {
  index: number
  stdout?: string
  stderr?: string
}

/**
 * Adds a delta's `executed_tools` to those of the deltas before it, in place, and returns them. After the last
 * delta they are whole. (The SDK's own `stream()` keeps of fields that it does not know only the last.)
 */
export function addExecutedTools(
  tools: ExecutedTool[],
  delta: readonly ExecutedToolDelta[] | undefined,
): ExecutedTool[]

type WithServerTools<Params extends { tools?: unknown }> = Omit<Params, 'tools'> & {
  tools?: (ChatCompletionTool | ServerTool)[]
}

declare module 'openai/resources/chat/completions/completions' {
  interface Completions {
    create(
      body: WithServerTools<ChatCompletionCreateParamsNonStreaming>,
      options?: OpenAI.RequestOptions,
    ): APIPromise<ChatCompletion>
    create(
      body: WithServerTools<ChatCompletionCreateParamsStreaming>,
      options?: OpenAI.RequestOptions,
    ): APIPromise<Stream<ChatCompletionChunk>>
  }

  interface ChatCompletionMessage {
    executed_tools?: ExecutedTool[]
  }

  namespace ChatCompletionChunk {
    namespace Choice {
      interface Delta {
        /** Pieces of the entries, by their `index`. */
        executed_tools?: ExecutedToolDelta[]
      }
    }
  }
}
