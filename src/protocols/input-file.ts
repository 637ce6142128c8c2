import * as z from 'zod'
import type { MountRequest } from '../tools/mounts.ts'

/** A file that a program is given. */
export const InputFile = z
  .strictObject({
    name: z.string().min(1).optional().describe('What it is called in the sandbox.'),
    data: z.string().optional().describe('Its content, as base64 or a `data:` URL.'),
    file_id: z.string().optional().describe('A file that is stored at `/v1/files`, instead.'),
  })
  .refine(
    ({ name, data, file_id }) => (data === undefined ? file_id : name && file_id === undefined),
    'expected `name` and `data`, or `file_id`',
  )

/** The files of a list called `files`. */
export function mountRequests(files: readonly z.infer<typeof InputFile>[]): MountRequest[] {
  return files.map(({ name, data, file_id }, index) => ({
    param: `files[${index}]`,
    name,
    data,
    fileId: file_id,
  }))
}
