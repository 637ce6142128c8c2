import { FileQuery } from '../files.ts'
import { EXAMPLES } from './examples.ts'
import {
  bytes,
  eventStream,
  failures,
  idOf,
  json,
  jsonBody,
  parameter,
  queryParameters,
  uploadSchema,
} from './parts.ts'
import { refTo } from './schemas.ts'

const STREAMS = 'With `stream`, server-sent events; comments keep a silent connection alive.'

/** Every address of the API and what it does there. */
export const paths = () => ({
  '/v1/chat/completions': {
    post: {
      operationId: 'createChatCompletion',
      summary: 'Ask a model that may run Python',
      description:
        "OpenAI's chat completions. Tools of the types `code_interpreter` and `web_search` are run by this server, in rounds, until the model answers or calls a tool of the client's; every other parameter goes to the model service unchanged.",
      tags: ['Chat'],
      requestBody: jsonBody('ChatCompletionRequest', {
        interpreter: { summary: 'With the interpreter', value: EXAMPLES.ask },
        mixed: { summary: "With a function of the client's", value: EXAMPLES.askWithFunction },
      }),
      responses: {
        200: {
          description: `The answer. ${STREAMS} Their data are \`ChatCompletionChunk\`s, and \`[DONE]\` last.`,
          content: {
            ...json('ChatCompletion', EXAMPLES.completion),
            ...eventStream(EXAMPLES.chunks, 'ChatCompletionChunk'),
          },
        },
        ...failures('BadRequest', 'NotFound', 'TooLarge', 'UpstreamFailed', 'OutOfTime'),
      },
    },
  },
  '/v1/executions': {
    post: {
      operationId: 'createExecution',
      summary: 'Run Python without a model',
      description:
        'Runs one program in a fresh sandbox. What the program does, its errors and its time-out included, is the answer and not a failure.',
      tags: ['Executions'],
      requestBody: jsonBody('ExecutionRequest', { sum: { value: EXAMPLES.run } }),
      responses: {
        200: {
          description: `All that came of it. ${STREAMS} They are named \`stdout\`, \`stderr\`, \`result\`, \`error\` and last \`done\`.`,
          content: {
            'application/json': {
              schema: { $ref: refTo('ExecutionResult') },
              examples: {
                finished: { value: EXAMPLES.execution },
                raised: { value: EXAMPLES.failure },
              },
            },
            ...eventStream(EXAMPLES.executionEvents),
          },
        },
        ...failures('BadRequest', 'TooLarge', 'OutOfTime'),
      },
    },
  },
  '/v1/files': {
    post: {
      operationId: 'createFile',
      summary: 'Upload a file',
      tags: ['Files'],
      requestBody: {
        required: true,
        content: { 'multipart/form-data': { schema: uploadSchema() } },
      },
      responses: {
        200: { description: 'The file.', content: json('File', EXAMPLES.file) },
        ...failures('BadRequest', 'TooLarge'),
      },
    },
    get: {
      operationId: 'listFiles',
      summary: 'List files',
      tags: ['Files'],
      parameters: queryParameters(FileQuery),
      responses: {
        200: { description: 'A page of files.', content: json('FileList', EXAMPLES.fileList) },
        ...failures('BadRequest'),
      },
    },
  },
  '/v1/files/{id}': {
    parameters: [idOf('file')],
    get: {
      operationId: 'retrieveFile',
      summary: 'Describe a file',
      tags: ['Files'],
      responses: {
        200: { description: 'The file.', content: json('File', EXAMPLES.file) },
        ...failures('NotFound'),
      },
    },
    delete: {
      operationId: 'deleteFile',
      summary: 'Delete a file',
      tags: ['Files'],
      responses: {
        200: { description: 'It is gone.', content: json('DeletedFile', EXAMPLES.deleted) },
        ...failures('NotFound'),
      },
    },
  },
  '/v1/files/{id}/content': {
    parameters: [idOf('file')],
    get: {
      operationId: 'downloadFile',
      summary: 'Read a file',
      description: 'Opens with a key, or without one by a signed link as answers have it.',
      tags: ['Files'],
      security: [{ key: [] }, {}],
      parameters: [
        parameter('header', 'Range', { type: 'string', examples: ['bytes=0-1023'] }),
        parameter('query', 'owner', { type: 'string' }),
        parameter('query', 'expires', { type: 'string' }),
        parameter('query', 'signature', { type: 'string' }),
      ],
      responses: {
        200: { description: 'The bytes.', content: bytes() },
        206: {
          description: 'The bytes asked for.',
          headers: { 'content-range': { schema: { type: 'string' } } },
          content: bytes(),
        },
        ...failures('NotFound', 'OutOfRange'),
      },
    },
  },
  '/v1/models': {
    get: {
      operationId: 'listModels',
      summary: 'List the models',
      tags: ['Models'],
      responses: {
        200: { description: 'All models.', content: json('ModelList', EXAMPLES.modelList) },
        ...failures('UpstreamFailed'),
      },
    },
  },
  '/v1/models/{id}': {
    parameters: [idOf('model')],
    get: {
      operationId: 'retrieveModel',
      summary: 'Describe a model',
      description: 'The id may have slashes in it, written as they are.',
      tags: ['Models'],
      responses: {
        200: { description: 'The model.', content: json('Model', EXAMPLES.model) },
        ...failures('NotFound', 'UpstreamFailed'),
      },
    },
  },
  '/healthz': {
    get: {
      operationId: 'getHealth',
      summary: 'Whether the server is up',
      tags: ['Server'],
      security: [],
      responses: {
        200: {
          description: 'It is.',
          content: {
            'application/json': {
              schema: { type: 'object', properties: { status: { const: 'ok' } } },
              example: { status: 'ok' },
            },
          },
        },
        ...failures('Misconfigured'),
      },
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'getOpenApi',
      summary: 'This document',
      tags: ['Server'],
      security: [],
      responses: {
        200: {
          description: 'OpenAPI 3.1.',
          content: { 'application/json': { schema: { type: 'object' } } },
        },
        ...failures('Misconfigured'),
      },
    },
  },
})
