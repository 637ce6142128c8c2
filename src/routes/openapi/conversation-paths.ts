import { failures, json, jsonBody } from '../../protocols/openapi/parts.ts'
import { PageQuery } from '../paging.ts'
import { CONVERSATION_ID, ITEM_ID, KEPT_EXAMPLES as EXAMPLES } from './kept-examples.ts'
import { idIn, includeParameter, queryParameters } from './parts.ts'

const tags = ['Conversations']
const id = idIn('id', CONVERSATION_ID)
const theConversation = {
  description: 'The conversation.',
  content: json('Conversation', EXAMPLES.conversation),
}

export const conversationPaths = {
  '/v1/conversations': {
    post: {
      operationId: 'createConversation',
      summary: 'Begin a conversation',
      tags,
      requestBody: jsonBody('ConversationRequest', { rain: { value: EXAMPLES.newConversation } }),
      responses: { 200: theConversation, ...failures('BadRequest', 'NotFound', 'TooLarge') },
    },
  },
  '/v1/conversations/{id}': {
    parameters: [id],
    get: {
      operationId: 'retrieveConversation',
      summary: 'Describe a conversation',
      tags,
      responses: { 200: theConversation, ...failures('NotFound') },
    },
    post: {
      operationId: 'updateConversation',
      summary: 'Give a conversation other metadata',
      tags,
      requestBody: jsonBody('ConversationUpdate', { snow: { value: EXAMPLES.update } }),
      responses: { 200: theConversation, ...failures('BadRequest', 'NotFound') },
    },
    delete: {
      operationId: 'deleteConversation',
      summary: 'Delete a conversation with its items',
      tags,
      responses: {
        200: {
          description: 'It is gone.',
          content: json('DeletedConversation', EXAMPLES.deletedConversation),
        },
        ...failures('NotFound'),
      },
    },
  },
  '/v1/conversations/{id}/items': {
    parameters: [id],
    get: {
      operationId: 'listItems',
      summary: 'List the items of a conversation',
      tags,
      parameters: [...queryParameters(PageQuery), includeParameter()],
      responses: {
        200: { description: 'A page of items.', content: json('ItemList', EXAMPLES.itemList) },
        ...failures('BadRequest', 'NotFound'),
      },
    },
    post: {
      operationId: 'createItems',
      summary: 'Add items to a conversation',
      tags,
      parameters: [includeParameter()],
      requestBody: jsonBody('ItemsRequest', { question: { value: EXAMPLES.newItems } }),
      responses: {
        200: { description: 'The items.', content: json('ItemList', EXAMPLES.itemList) },
        ...failures('BadRequest', 'NotFound', 'TooLarge'),
      },
    },
  },
  '/v1/conversations/{id}/items/{item}': {
    parameters: [id, idIn('item', ITEM_ID)],
    get: {
      operationId: 'retrieveItem',
      summary: 'Read an item of a conversation',
      tags,
      parameters: [includeParameter()],
      responses: {
        200: { description: 'The item.', content: json('Item', EXAMPLES.item) },
        ...failures('NotFound'),
      },
    },
    delete: {
      operationId: 'deleteItem',
      summary: 'Delete an item of a conversation',
      tags,
      responses: { 200: theConversation, ...failures('NotFound') },
    },
  },
}
