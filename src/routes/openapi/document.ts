import { chatAnswers, chatRequests } from '../../protocols/chat-completions/openapi.ts'
import { ErrorBody } from '../../protocols/error-body.ts'
import { executionAnswers, executionRequests } from '../../protocols/executions/openapi.ts'
import { mcpAnswers, mcpRequests } from '../../protocols/mcp/openapi.ts'
import { refTo, toComponents } from '../../protocols/openapi/schemas.ts'
import { responseAnswers, responseRequests } from '../../protocols/responses/openapi.ts'
import { VERSION } from '../../version.ts'
import { ContainerFileRequest } from '../container-files.ts'
import { ContainerRequest } from '../containers.ts'
import { ConversationRequest, ConversationUpdate, ItemsRequest } from '../conversations.ts'
import { FileObject } from '../files.ts'
import { DeletedFile, DeletedFileList, FileList, keptAnswers, Model, ModelList } from './answers.ts'
import { EXAMPLES } from './examples.ts'
import { paths } from './paths.ts'

export type RequestLimits = Parameters<typeof chatRequests>[0]

export const ANSWERS = {
  ...chatAnswers,
  ...responseAnswers,
  ...executionAnswers,
  ...mcpAnswers,
  File: FileObject,
  FileList,
  DeletedFile,
  DeletedFileList,
  Model,
  ModelList,
  ...keptAnswers,
  Error: ErrorBody,
}

/** What is sent of what is kept. */
export const KEPT_REQUESTS = {
  ConversationRequest,
  ConversationUpdate,
  ItemsRequest,
  ContainerRequest,
  ContainerFileRequest,
}

/** The API in OpenAPI 3.1, written from the schemas that requests are read with. */
export function openApiDocument(limits: RequestLimits) {
  const requests = {
    ...chatRequests(limits),
    ...responseRequests(limits),
    ...executionRequests(limits),
    ...mcpRequests,
    ...KEPT_REQUESTS,
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Open code interpreter',
      version: VERSION,
      description:
        "OpenAI's chat completions, responses, files and models, with tools that this server runs: Python in a fresh sandbox, and a web search. Every answer has `x-request-id`.",
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }],
    tags: [
      { name: 'Chat', description: 'Models that run Python' },
      { name: 'Responses', description: "The same models, in OpenAI's newer API" },
      { name: 'Executions', description: 'Python without a model' },
      { name: 'MCP', description: 'Python for other assistants' },
      { name: 'Conversations', description: 'Items that are kept from one response to the next' },
      { name: 'Containers', description: 'Files that are kept from one program to the next' },
      { name: 'Files', description: 'What programs read and what they made' },
      { name: 'Models', description: 'What may be asked' },
      { name: 'Server', description: 'The server itself' },
    ],
    paths: paths(),
    components: {
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key of this server, or with `AUTH=passthrough` of the model service.',
        },
      },
      responses: {
        BadRequest: error('What was sent is not as expected; `param` says where.'),
        Unauthorized: error('There is no key, or not a known one.'),
        Forbidden: error('The server does not serve this caller, or the link is not valid.'),
        NotFound: error('There is no such thing, or no longer.'),
        TooLarge: error('More than this server takes.'),
        OutOfRange: error('The file has no such part.'),
        TooMany: error('Too much at once; `retry-after` says when to try again.', {
          'retry-after': { description: 'In seconds.', schema: { type: 'integer' } },
        }),
        Bug: error('A fault of this server; `x-request-id` finds it in the log.'),
        UpstreamFailed: error('The model service failed, or cannot be reached.'),
        Unavailable: error('Not configured correctly, or something that the server needs fails.'),
        OutOfTime: error('It took longer than the server allows.'),
      },
      schemas: {
        ...toComponents(requests, 'input'),
        ...toComponents(ANSWERS, 'output'),
      },
    },
  }
}

function error(description: string, headers: object = {}) {
  return {
    description,
    headers,
    content: { 'application/json': { schema: { $ref: refTo('Error') }, example: EXAMPLES.error } },
  }
}
