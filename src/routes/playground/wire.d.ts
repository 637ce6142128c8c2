// What the page reads of the server's answers. Any of it may be missing while an answer is streamed.

export interface ResultFile {
  id: string
  name: string
  bytes: number
  mime_type: string
  url: string
}

/** A file that there was no room for. */
export interface UnstoredFile {
  name: string
  reason: string
}

export interface Result {
  is_main_result: boolean
  text?: string
  html?: string
  markdown?: string
  latex?: string
  json?: unknown
  svg?: string
  png?: string
  jpeg?: string
  file?: ResultFile
  unstored_file?: UnstoredFile
}

export interface Execution {
  stdout: string
  stderr: string
  results: Result[]
  error: { type: string; name: string; message: string; traceback: string } | null
  usage: { wall_ms: number }
}

export interface Page {
  title: string
  url: string
  content: string
}

/** An entry of `executed_tools`, or a piece of one. */
export interface ToolPiece {
  index: number
  name?: string
  arguments?: string
  stdout?: string
  stderr?: string
  output?: string
  execution?: Execution
  search_results?: { results: Page[] }
}

export interface Delta {
  content?: string | null
  executed_tools?: ToolPiece[]
}

export interface Chunk {
  choices?: { delta?: Delta }[]
  error?: { message: string; code: string | null }
}

export interface Message {
  role: 'user' | 'assistant'
  content: string | object[]
  executed_tools?: ToolPiece[]
}

export interface ChatRequest {
  model: string
  messages: Message[]
  tools?: object[]
  stream?: boolean
}
