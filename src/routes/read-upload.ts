import * as z from 'zod'
import { ApiError } from '../errors.ts'
import type { NewFile } from '../files/store.ts'

/** The fields of the form beside the file. */
export const UploadFields = z.object({
  purpose: z
    .string('expected a purpose such as "user_data"')
    .regex(/^[a-z_]{1,64}$/, 'expected a purpose such as "user_data"'),
  'expires_after[anchor]': z.literal('created_at').optional(),
  'expires_after[seconds]': z.coerce.number().int().min(60).optional(),
})

const Upload = UploadFields.extend({
  file: z.instanceof(File, { error: 'expected a file with a name' }),
})

/** An upload as OpenAI's clients send it: a form with a file and its purpose. */
export async function readUpload(request: Request, maxFileBytes: number): Promise<NewFile> {
  const form = Upload.safeParse(Object.fromEntries(await parseForm(request)))
  if (!form.success) {
    const [issue] = form.error.issues
    const param = String(issue?.path[0])
    throw new ApiError(`Invalid '${param}': ${issue?.message}.`, {
      status: 400,
      code: 'invalid_value',
      param,
    })
  }
  const { file, purpose, 'expires_after[seconds]': ttlSeconds } = form.data
  if (file.size > maxFileBytes) {
    throw new ApiError(`The file has ${file.size} bytes; at most ${maxFileBytes} are allowed.`, {
      status: 413,
      code: 'file_too_large',
      param: 'file',
    })
  }
  const content = new Uint8Array(await file.arrayBuffer())
  return { name: file.name, content, purpose, ...(ttlSeconds !== undefined && { ttlSeconds }) }
}

async function parseForm(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch (cause) {
    throw new ApiError('Expected a form (multipart/form-data) with `file` and `purpose`.', {
      status: 400,
      code: 'invalid_form',
      cause,
    })
  }
}
