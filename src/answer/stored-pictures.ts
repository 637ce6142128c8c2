import * as z from 'zod'
import { ApiError } from '../errors.ts'
import { FileId, type FileStore } from '../files/store.ts'
import type { ContentPart, Message } from '../model/messages.ts'
import { toBase64 } from '../tools/base64.ts'
import type { PlacedMessage } from './request.ts'

const StoredPicture = z.looseObject({
  type: z.literal('image_url'),
  image_url: z.looseObject({ file_id: z.string() }),
})

/**
 * The same messages with the pictures in them that they name by the ids of files: no model service knows those.
 *
 * @throws ApiError 400 for a picture that is not there, 413 for more than `maxBytes` of them
 */
export async function withStoredPictures(
  messages: readonly PlacedMessage[],
  files: FileStore,
  maxBytes: number,
): Promise<PlacedMessage[]> {
  const shown: PlacedMessage[] = []
  let room = maxBytes
  for (const { place, message } of messages) {
    const { content } = message
    if (!Array.isArray(content)) {
      shown.push({ place, message })
      continue
    }
    const parts: ContentPart[] = []
    for (const [position, part] of content.entries()) {
      const picture = StoredPicture.safeParse(part).data
      if (!picture) {
        parts.push(part)
        continue
      }
      const { file_id, ...others } = picture.image_url
      const param = `${place}.content[${position}]`
      const { mimeType, bytes } = await read(file_id, files, room, param)
      room -= bytes.length
      const url = `data:${mimeType};base64,${toBase64(bytes)}`
      parts.push({ ...picture, image_url: { ...others, url } })
    }
    shown.push({ place, message: { ...message, content: parts } satisfies Message })
  }
  return shown
}

async function read(fileId: string, files: FileStore, room: number, param: string) {
  const id = FileId.safeParse(fileId)
  const file = id.success ? await files.find(id.data) : null
  const isPicture = file?.mimeType.startsWith('image/') ?? false
  if (file && isPicture && file.bytes > room) {
    throw new ApiError('The pictures of a request are too large. Name fewer, or smaller ones.', {
      status: 413,
      code: 'files_too_large',
      param,
    })
  }
  const body = file && isPicture ? await files.open(file.id) : null
  if (!file || !body) {
    throw new ApiError(
      `No such picture: ${JSON.stringify(fileId.slice(0, 64))}. Upload it to /v1/files first.`,
      { status: 400, code: 'file_not_found', param },
    )
  }
  return { mimeType: file.mimeType, bytes: new Uint8Array(await new Response(body).arrayBuffer()) }
}
