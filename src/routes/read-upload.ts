import * as z from 'zod'
import { ApiError } from '../errors.ts'
import type { FileStore, Intake, StoredFile } from '../files/store.ts'
import { FormError, readMultipart } from './multipart.ts'

/** The fields of the form beside the file. */
export const UploadFields = z.object({
  purpose: z
    .string('expected a purpose such as "user_data"')
    .regex(/^[a-z_]{1,64}$/, 'expected a purpose such as "user_data"'),
  'expires_after[anchor]': z.literal('created_at').optional(),
  'expires_after[seconds]': z.coerce.number().int().min(60).optional(),
})

/** The same of a file that goes into a container, which is for programs, and need not say so. */
export const ContainerUploadFields = UploadFields.extend({
  purpose: UploadFields.shape.purpose.default('user_data'),
})

/** Far more than a purpose and an expiry need. */
const MAX_FIELD_BYTES = 4096

/**
 * Stores an upload as OpenAI's clients send it: a form with a file and its purpose, in either order. The file
 * goes into the store as it comes, and nothing of it stays when the form turns out not to be one.
 */
export async function readUpload(
  request: Request,
  files: FileStore,
  maxFileBytes: number,
  schema: typeof UploadFields | typeof ContainerUploadFields = UploadFields,
): Promise<StoredFile> {
  const intake = files.receive()
  try {
    const { name, fields } = await readForm(request, intake, maxFileBytes)
    const details = schema.safeParse(fields)
    if (name === null) throw invalid('file', 'expected a file with a name')
    if (!details.success) {
      const [issue] = details.error.issues
      throw invalid(String(issue?.path[0]), issue?.message ?? 'not as expected')
    }
    const { purpose, 'expires_after[seconds]': ttlSeconds } = details.data
    return await intake.keep({ name, purpose, ...(ttlSeconds !== undefined && { ttlSeconds }) })
  } catch (error) {
    await intake.drop().catch(() => {})
    throw error instanceof FormError ? noForm(error) : error
  }
}

interface Form {
  /** Of the file, once it has come. */
  name: string | null
  fields: Record<string, string>
}

async function readForm(request: Request, intake: Intake, maxFileBytes: number): Promise<Form> {
  const form: Form = { name: null, fields: {} }
  let take: (bytes: Uint8Array) => Promise<void> | void = () => {}

  for await (const event of readMultipart(request)) {
    if (event.type === 'bytes') {
      await take(event.bytes)
    } else if (event.filename === null) {
      take = intoField(form, event.name)
    } else if (event.name === 'file' && form.name === null) {
      form.name = event.filename
      take = intoFile(intake, maxFileBytes)
    } else {
      throw invalid(event.name, 'expected one file, named `file`')
    }
  }
  return form
}

function intoField({ fields }: Form, name: string) {
  const decoder = new TextDecoder()
  let size = 0
  fields[name] = ''
  return (bytes: Uint8Array) => {
    size += bytes.length
    if (size > MAX_FIELD_BYTES) throw invalid(name, `expected at most ${MAX_FIELD_BYTES} bytes`)
    fields[name] += decoder.decode(bytes, { stream: true })
  }
}

function intoFile(intake: Intake, maxFileBytes: number) {
  let size = 0
  return async (bytes: Uint8Array) => {
    size += bytes.length
    if (size > maxFileBytes) throw tooLarge(maxFileBytes)
    await intake.write(bytes)
  }
}

function noForm(cause: FormError): ApiError {
  const message = `Expected a form (multipart/form-data) with \`file\` and \`purpose\`: ${cause.message}`
  return new ApiError(message, { status: 400, code: 'invalid_form', cause })
}

function invalid(param: string, problem: string): ApiError {
  const message = `Invalid '${param}': ${problem}.`
  return new ApiError(message, { status: 400, code: 'invalid_value', param })
}

function tooLarge(maxFileBytes: number): ApiError {
  return new ApiError(
    `A file may have ${maxFileBytes} bytes here. Upload a part of it, or several smaller files.`,
    { status: 413, code: 'file_too_large', param: 'file' },
  )
}
