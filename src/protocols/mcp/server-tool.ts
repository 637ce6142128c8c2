/** A part of what a tool answers. */
export type Content =
  | { type: 'text'; text: string }
  | { type: 'image'; data: string; mimeType: string }

/**
 * What a client, and by it a model, gets of a call. It is content alone: clients that are given structured content hide
 * everything else from the model.
 */
export interface ToolResult {
  content: readonly Content[]
  isError?: boolean
}

type ToolStep = { type: 'progress'; message: string } | { type: 'result'; result: ToolResult }

/** A tool as MCP knows it. */
export interface ServerTool {
  /** What is listed of it. */
  readonly declaration: {
    name: string
    title: string
    description: string
    inputSchema: object
    annotations: object
  }
  /** Tells what the tool does, and last, once, what came of it. */
  call(args: object, signal: AbortSignal): AsyncIterable<ToolStep>
}
