import { failures, json } from '../../protocols/openapi/parts.ts'
import { RESPONSE_EXAMPLES } from '../../protocols/responses/examples.ts'
import { PageQuery } from '../paging.ts'
import { KEPT_EXAMPLES as EXAMPLES, RESPONSE_ID } from './kept-examples.ts'
import { idIn, includeParameter, parameter, queryParameters } from './parts.ts'

const tags = ['Responses']
const parameters = [idIn('id', RESPONSE_ID)]

/** Responses that were kept. */
export const keptResponsePaths = {
  '/v1/responses/{id}': {
    parameters,
    get: {
      operationId: 'retrieveResponse',
      summary: 'Read a response again',
      tags,
      parameters: [
        includeParameter(),
        parameter('query', 'stream', { type: 'boolean', enum: [false] }),
      ],
      responses: {
        200: {
          description: "OpenAI's response, as it was answered.",
          content: json('Response', RESPONSE_EXAMPLES.response),
        },
        ...failures('BadRequest', 'NotFound'),
      },
    },
    delete: {
      operationId: 'deleteResponse',
      summary: 'Delete a response',
      tags,
      responses: {
        200: {
          description: 'It is gone.',
          content: json('DeletedResponse', EXAMPLES.deletedResponse),
        },
        ...failures('NotFound'),
      },
    },
  },
  '/v1/responses/{id}/cancel': {
    parameters,
    post: {
      operationId: 'cancelResponse',
      summary: 'Cancel a response',
      description: 'Is refused: only responses in the background could be, which there are not.',
      tags,
      responses: {
        200: {
          description: 'The response, cancelled: never, as long as none are in the background.',
          content: json('Response', RESPONSE_EXAMPLES.response),
        },
        ...failures('BadRequest', 'NotFound'),
      },
    },
  },
  '/v1/responses/{id}/input_items': {
    parameters,
    get: {
      operationId: 'listInputItems',
      summary: 'List the items that a response was asked with',
      tags,
      parameters: [...queryParameters(PageQuery), includeParameter()],
      responses: {
        200: { description: 'A page of items.', content: json('ItemList', EXAMPLES.itemList) },
        ...failures('BadRequest', 'NotFound'),
      },
    },
  },
}
