import * as z from 'zod'
import { ContainerFileObject } from '../container-files.ts'
import { ContainerObject } from '../containers.ts'
import { ConversationObject } from '../conversations.ts'
import { FileObject } from '../files.ts'

export const FileList = listOf(FileObject)

export const DeletedFile = deleted('file')

export const DeletedFileList = z.strictObject({
  object: z.literal('list'),
  data: z.array(DeletedFile),
  has_more: z.boolean().describe('Whether there are more of these files, for another call.'),
})

export const Model = z.looseObject({ id: z.string(), object: z.literal('model') })

export const ModelList = z.strictObject({ object: z.literal('list'), data: z.array(Model) })

/** What is kept of answers, and belongs to them. */
export const keptAnswers = {
  ItemList: listOf(z.looseObject({ id: z.string(), type: z.string() })),
  Item: z.looseObject({ id: z.string(), type: z.string() }).describe("OpenAI's, of any type."),
  DeletedResponse: deleted('response'),
  Conversation: ConversationObject,
  DeletedConversation: deleted('conversation.deleted'),
  Container: ContainerObject,
  ContainerList: listOf(ContainerObject),
  DeletedContainer: deleted('container.deleted'),
  ContainerFile: ContainerFileObject,
  ContainerFileList: listOf(ContainerFileObject),
  DeletedContainerFile: deleted('container.file.deleted'),
}

function listOf<Schema extends z.ZodType>(item: Schema) {
  return z.strictObject({
    object: z.literal('list'),
    data: z.array(item),
    first_id: z.string().nullable(),
    last_id: z.string().nullable(),
    has_more: z.boolean(),
  })
}

function deleted<Kind extends string>(object: Kind) {
  return z.strictObject({ id: z.string(), object: z.literal(object), deleted: z.literal(true) })
}
