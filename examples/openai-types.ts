import type { APIPromise, OpenAI } from 'openai'
import type { ChatCompletionTool } from 'openai/resources/chat/completions'
import type { Stream } from 'openai/streaming'

// What open-code-interpreter adds to OpenAI's chat completions, told to the types of OpenAI's SDK: a program
// that imports this file may name the tool and read what it did, without a cast.

export interface CodeInterpreterTool {
  type: 'code_interpreter'
  /** The most time that one program may take. */
  timeout_ms?: number
  /** The most time that one sandbox may live, start and clean-up included. */
  sandbox_timeout_ms?: number
  /** Uploaded files that every program finds in its folder. */
  file_ids?: string[]
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

/** One use of a built-in tool. */
export interface ExecutedTool {
  index: number
  type: string
  name: string
  /** What the model asked for, as JSON: `{"code": "…"}` or `{"query": "…"}`. */
  arguments: string
  /** What the model was told of it. */
  output: string
  /** What a program showed, a picture as base64. */
  code_results?: { text?: string; png?: string; jpeg?: string; svg?: string }[]
  /** The pages that a search found. */
  search_results?: {
    results: { title: string; url: string; content: string; score: number | null }[]
  }
}

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
        executed_tools?: (Partial<ExecutedTool> & { index: number })[]
      }
    }
  }
}
