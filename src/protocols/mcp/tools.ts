import type { Tool } from '../../tools/tool.ts'
import type { ToolServices } from '../../tools/tools.ts'
import { webSearch, WebSearchSpec } from '../../tools/web-search.ts'
import { runPython } from './run-python.ts'
import type { ServerTool } from './server-tool.ts'
import { toToolResult } from './whole.ts'

/** The tools of this server, of which some are only where they are configured. */
export function serverTools(services: ToolServices): ServerTool[] {
  const python = serverTool(runPython(services), {
    title: 'Run Python',
    annotations: { ...HARMLESS, openWorldHint: false },
  })
  if (!services.search) return [python]
  const search = webSearch(WebSearchSpec.parse({ type: 'web_search' }), services.search)
  return [
    python,
    serverTool(search, {
      title: 'Search the web',
      annotations: { ...HARMLESS, openWorldHint: true },
    }),
  ]
}

/** A program changes nothing outside of its sandbox, which is thrown away. */
const HARMLESS = { readOnlyHint: true, destructiveHint: false, idempotentHint: false }

type Shown = Pick<ServerTool['declaration'], 'title' | 'annotations'>

function serverTool(tool: Tool, shown: Shown): ServerTool {
  const { name, description, parameters } = tool
  return {
    declaration: { name, description, inputSchema: parameters, ...shown },
    async *call(args, signal) {
      for await (const event of tool.call(tool.read(JSON.stringify(args)), signal)) {
        switch (event.type) {
          case 'stdout':
          case 'stderr':
            yield { type: 'progress', message: event.text }
            break
          case 'result':
            break
          case 'outcome':
            yield { type: 'result', result: toToolResult(event.outcome) }
            break
        }
      }
    },
  }
}
