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

/** One use of a built-in tool. */
export interface ExecutedTool {
  index: number
  type: string
  name: string
  /** What the model asked for, as JSON: `{"code": "…"}`. */
  arguments: string
  /** What the model was told of it. */
  output: string
  /** What a program showed, a picture as base64. */
  code_results?: { text?: string; png?: string; jpeg?: string; svg?: string }[]
}

type WithInterpreter<Params extends { tools?: unknown }> = Omit<Params, 'tools'> & {
  tools?: (ChatCompletionTool | CodeInterpreterTool)[]
}

declare module 'openai/resources/chat/completions/completions' {
  interface Completions {
    create(
      body: WithInterpreter<ChatCompletionCreateParamsNonStreaming>,
      options?: OpenAI.RequestOptions,
    ): APIPromise<ChatCompletion>
    create(
      body: WithInterpreter<ChatCompletionCreateParamsStreaming>,
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
