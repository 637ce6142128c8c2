/** The clients of others that are run against this server. */
export const pythonClients = [
  'openai==3.57.0',
  'openai-agents==0.24.0',
  'pydantic-ai-slim[openai]==2.68.0',
  'langchain-openai==1.7.4',
  'litellm==1.110.2',
  'smolagents==1.26.0',
  'llm==0.36',
] as const

export const nodeClients = [
  'openai@7.57.0',
  '@openai/agents@0.20.0',
  'ai@7.0.173',
  '@ai-sdk/openai@4.0.118',
  '@ai-sdk/openai-compatible@3.0.92',
  '@langchain/openai@1.6.0',
  'zod@4.6.7',
] as const
