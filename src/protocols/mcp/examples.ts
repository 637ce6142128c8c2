/** Values that are true to the schemas, as the OpenAPI document shows them; a test holds them to it. */
export const MCP_EXAMPLES = {
  list: { jsonrpc: '2.0', id: 1, method: 'tools/list' },
  call: {
    jsonrpc: '2.0',
    id: 2,
    method: 'tools/call',
    params: {
      name: 'run_python',
      arguments: {
        code: 'print(open("numbers.csv").read())',
        files: [{ name: 'numbers.csv', data: 'YSwyMApiLDIyCg==' }],
      },
      _meta: {
        'io.modelcontextprotocol/protocolVersion': '2026-07-28',
        'io.modelcontextprotocol/clientCapabilities': {},
        progressToken: 'p',
      },
    },
  },
  result: {
    jsonrpc: '2.0',
    id: 2,
    result: {
      resultType: 'complete',
      content: [
        {
          type: 'text',
          text: '{"stdout":"a,20\\nb,22\\n\\n","stderr":"","results":[],"error":null}',
        },
      ],
    },
  },
  events:
    'data: {"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":"p","progress":1,"message":"a,20\\nb,22\\n\\n"}}\n\ndata: {"jsonrpc":"2.0","id":2,"result":{"resultType":"complete","content":[{"type":"text","text":"{\\"stdout\\":\\"a,20\\\\nb,22\\\\n\\\\n\\"}"}]}}\n\n',
  error: {
    jsonrpc: '2.0',
    id: 3,
    error: { code: -32601, message: 'There is no method "prompts/list" here.' },
  },
}
