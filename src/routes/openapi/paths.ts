import { chatPaths } from '../../protocols/chat-completions/openapi.ts'
import { executionPaths } from '../../protocols/executions/openapi.ts'
import { mcpPaths } from '../../protocols/mcp/openapi.ts'
import { failures, json } from '../../protocols/openapi/parts.ts'
import { responsePaths } from '../../protocols/responses/openapi.ts'
import { VERSION } from '../../version.ts'
import { FileQuery, RemovalQuery } from '../files.ts'
import { containerPaths } from './container-paths.ts'
import { conversationPaths } from './conversation-paths.ts'
import { EXAMPLES } from './examples.ts'
import { keptResponsePaths } from './kept-response-paths.ts'
import { contentAnswers, idOf, parameter, queryParameters, RANGE, uploadSchema } from './parts.ts'

/** Every address of the API and what it does there. */
export const paths = () => ({
  ...chatPaths,
  ...responsePaths,
  ...executionPaths,
  ...mcpPaths,
  ...keptResponsePaths,
  ...conversationPaths,
  ...containerPaths(),
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
    delete: {
      operationId: 'deleteFiles',
      summary: 'Delete the oldest files of a purpose',
      tags: ['Files'],
      parameters: queryParameters(RemovalQuery),
      responses: {
        200: {
          description: 'These are gone.',
          content: json('DeletedFileList', EXAMPLES.deletedList),
        },
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
        RANGE,
        parameter('query', 'owner', { type: 'string' }),
        parameter('query', 'expires', { type: 'string' }),
        parameter('query', 'signature', { type: 'string' }),
      ],
      responses: {
        ...contentAnswers(),
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
              schema: {
                type: 'object',
                properties: { status: { const: 'ok' }, version: { type: 'string' } },
                required: ['status', 'version'],
              },
              example: { status: 'ok', version: VERSION },
            },
          },
        },
        ...failures(),
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
        ...failures(),
      },
    },
  },
})
