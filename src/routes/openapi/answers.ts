import * as z from 'zod'
import { FileObject } from '../files.ts'

export const FileList = z.strictObject({
  object: z.literal('list'),
  data: z.array(FileObject),
  first_id: z.string().nullable(),
  last_id: z.string().nullable(),
  has_more: z.boolean(),
})

export const DeletedFile = z.strictObject({
  id: z.string(),
  object: z.literal('file'),
  deleted: z.literal(true),
})

export const DeletedFileList = z.strictObject({
  object: z.literal('list'),
  data: z.array(DeletedFile),
  has_more: z.boolean().describe('Whether there are more of these files, for another call.'),
})

export const Model = z.looseObject({ id: z.string(), object: z.literal('model') })

export const ModelList = z.strictObject({ object: z.literal('list'), data: z.array(Model) })
