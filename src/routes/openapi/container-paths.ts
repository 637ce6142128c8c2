import { FILE_ID } from '../../protocols/executions/examples.ts'
import { failures, json, jsonBody } from '../../protocols/openapi/parts.ts'
import { ContainerQuery } from '../containers.ts'
import { PageQuery } from '../paging.ts'
import { ContainerUploadFields } from '../read-upload.ts'
import { CONTAINER_ID, KEPT_EXAMPLES as EXAMPLES } from './kept-examples.ts'
import { contentAnswers, idIn, queryParameters, RANGE, uploadSchema } from './parts.ts'

const tags = ['Containers']
const id = idIn('id', CONTAINER_ID)
const file = idIn('file', FILE_ID)
const theContainer = {
  description: 'The container.',
  content: json('Container', EXAMPLES.container),
}
const theFile = {
  description: 'The file.',
  content: json('ContainerFile', EXAMPLES.containerFile),
}

export const containerPaths = () => ({
  '/v1/containers': {
    post: {
      operationId: 'createContainer',
      summary: 'Make a container',
      description:
        'A set of files that programs find in `/mnt/data` and add to. Each program is a fresh one all the same.',
      tags,
      requestBody: jsonBody('ContainerRequest', { rain: { value: EXAMPLES.newContainer } }),
      responses: { 200: theContainer, ...failures('BadRequest', 'NotFound') },
    },
    get: {
      operationId: 'listContainers',
      summary: 'List the containers',
      tags,
      parameters: queryParameters(ContainerQuery),
      responses: {
        200: {
          description: 'A page of containers.',
          content: json('ContainerList', EXAMPLES.containerList),
        },
        ...failures('BadRequest'),
      },
    },
  },
  '/v1/containers/{id}': {
    parameters: [id],
    get: {
      operationId: 'retrieveContainer',
      summary: 'Describe a container',
      description: 'This too is a use, from which its time begins anew.',
      tags,
      responses: { 200: theContainer, ...failures('NotFound') },
    },
    delete: {
      operationId: 'deleteContainer',
      summary: 'Delete a container with its files',
      description: 'Files that it was given by their ids stay in `/v1/files`.',
      tags,
      responses: {
        200: {
          description: 'It is gone.',
          content: json('DeletedContainer', EXAMPLES.deletedContainer),
        },
        ...failures('NotFound'),
      },
    },
  },
  '/v1/containers/{id}/files': {
    parameters: [id],
    post: {
      operationId: 'createContainerFile',
      summary: 'Put a file into a container',
      tags,
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': { schema: uploadSchema(ContainerUploadFields) },
          ...jsonBody('ContainerFileRequest', { stored: { value: EXAMPLES.newContainerFile } })
            .content,
        },
      },
      responses: { 200: theFile, ...failures('BadRequest', 'NotFound', 'TooLarge') },
    },
    get: {
      operationId: 'listContainerFiles',
      summary: 'List the files of a container',
      tags,
      parameters: queryParameters(PageQuery),
      responses: {
        200: {
          description: 'A page of files.',
          content: json('ContainerFileList', EXAMPLES.containerFileList),
        },
        ...failures('BadRequest', 'NotFound'),
      },
    },
  },
  '/v1/containers/{id}/files/{file}': {
    parameters: [id, file],
    get: {
      operationId: 'retrieveContainerFile',
      summary: 'Describe a file of a container',
      tags,
      responses: { 200: theFile, ...failures('NotFound') },
    },
    delete: {
      operationId: 'deleteContainerFile',
      summary: 'Delete a file of a container',
      description: 'A file that it was given by its id stays in `/v1/files`.',
      tags,
      responses: {
        200: {
          description: 'It is gone.',
          content: json('DeletedContainerFile', EXAMPLES.deletedContainerFile),
        },
        ...failures('NotFound'),
      },
    },
  },
  '/v1/containers/{id}/files/{file}/content': {
    parameters: [id, file],
    get: {
      operationId: 'downloadContainerFile',
      summary: 'Read a file of a container',
      tags,
      parameters: [RANGE],
      responses: {
        ...contentAnswers(),
      },
    },
  },
})
