import * as z from 'zod'
import { ApiError } from '../errors.ts'
import type { ContentPart, Message } from '../model/messages.ts'
import { WORKING_FOLDER, type Mount, type MountRequest } from '../tools/mounts.ts'
import type { PlacedMessage } from './request.ts'

const FilePart = z.looseObject({
  type: z.literal('file'),
  file: z
    .looseObject({
      file_id: z.string().nullish(),
      filename: z.string().nullish(),
      file_data: z.string().nullish(),
    })
    .refine(
      (file) => file.file_id ?? file.file_data,
      'expected `file_id`, or `filename` and `file_data`',
    ),
})

/** The files that users' messages bring along, in the order in which they stand there. */
export function messageFiles(messages: readonly PlacedMessage[]): MountRequest[] {
  return messages.flatMap(({ place, message }) =>
    partsOf(message).flatMap((part, position) =>
      part.type === 'file' ? [toMountRequest(part, `${place}.content[${position}]`)] : [],
    ),
  )
}

/** The same messages with a sentence in the place of each file: the sandbox has the bytes, the model the path. */
export function tellOfFiles(
  messages: readonly PlacedMessage[],
  mounts: readonly Mount[],
): Message[] {
  const rest = mounts.values()
  return messages.map(({ message }) => {
    const parts = partsOf(message)
    if (!parts.some((part) => part.type === 'file')) return message
    return {
      ...message,
      content: parts.map((part) => (part.type === 'file' ? sentence(rest.next().value) : part)),
    }
  })
}

function partsOf({ role, content }: Message): readonly ContentPart[] {
  return role === 'user' && Array.isArray(content) ? content : []
}

function toMountRequest(part: ContentPart, param: string): MountRequest {
  const parsed = FilePart.safeParse(part)
  if (!parsed.success) {
    const problem = parsed.error.issues[0]?.message
    throw new ApiError(`Invalid '${param}.file': ${problem}.`, {
      status: 400,
      code: 'invalid_value',
      param: `${param}.file`,
    })
  }
  const { file_id, filename, file_data } = parsed.data.file
  return {
    param: `${param}.file`,
    fileId: file_id ?? undefined,
    name: filename ?? undefined,
    data: file_data ?? undefined,
  }
}

function sentence(mount: Mount | undefined): ContentPart {
  const text = mount && `The file ${WORKING_FOLDER}/${mount.name} has ${mount.bytes.length} bytes.`
  return { type: 'text', text: text ?? '' }
}
