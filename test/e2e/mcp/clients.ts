/** The clients of others that speak MCP here. */
export const PYTHON_CLIENTS = ['mcp==2.3.0', 'fastmcp==4.2.3'] as const
export const NODE_CLIENTS = [
  '@modelcontextprotocol/sdk@1.32.2',
  '@modelcontextprotocol/client@2.4.0',
] as const
