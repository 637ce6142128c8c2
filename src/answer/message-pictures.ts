import * as z from 'zod'
import type { ContentPart, Message } from '../model/messages.ts'
import { fromBase64 } from '../tools/base64.ts'
import { freeName, WORKING_FOLDER, type Mount } from '../tools/mounts.ts'
import { endingOf, type FetchPicture, type Picture } from '../tools/picture.ts'

/** More than a conversation shows, and few enough to be fetched for each of its turns. */
const MAX_PICTURES = 20
/** Who waits for an answer waits for these first: after so long no other one is fetched. */
const MAX_FETCH_MS = 15_000

const PicturePart = z.looseObject({
  type: z.literal('image_url'),
  image_url: z.looseObject({ url: z.string() }),
})

/** What pictures may take. */
interface Room {
  /** All of them together. */
  maxBytes: number
  /** The names of other files. */
  taken: readonly string[]
}

/**
 * The pictures that users' messages bring along, by their addresses: each once, the newest first, as many as there is
 * room for. One that cannot be had is none of them; the model service may fare better.
 */
export async function messagePictures(
  messages: readonly Message[],
  fetchPicture: FetchPicture,
  { maxBytes, taken }: Room,
  signal: AbortSignal,
): Promise<Map<string, Mount>> {
  const urls = [...new Set(messages.flatMap(urlsIn).toReversed())].slice(0, MAX_PICTURES)
  const mounts = new Map<string, Mount>()
  const names = new Set(taken)
  const until = Date.now() + MAX_FETCH_MS
  let room = maxBytes
  for (const url of urls) {
    const isInline = url.startsWith('data:')
    if (!isInline && Date.now() > until) continue
    const picture = isInline ? inlinePicture(url, room) : await fetchPicture(url, room, signal)
    if (!picture || picture.bytes.length > room) continue
    const name = freeName(`image.${picture.ending}`, names)
    names.add(name)
    room -= picture.bytes.length
    mounts.set(url, { name, bytes: picture.bytes })
  }
  return mounts
}

/** The same message with a sentence behind each picture that the sandbox has too. */
export function tellOfPictures(message: Message, mounts: ReadonlyMap<string, Mount>): Message {
  const { role, content } = message
  if (role !== 'user' || !Array.isArray(content) || mounts.size === 0) return message
  return {
    ...message,
    content: content.flatMap((part) => {
      const mount = mounts.get(urlOf(part) ?? '')
      return mount ? [part, sentence(mount)] : [part]
    }),
  }
}

function urlsIn({ role, content }: Message): string[] {
  if (role !== 'user' || !Array.isArray(content)) return []
  return content.flatMap((part) => urlOf(part) ?? [])
}

function urlOf(part: ContentPart): string | null {
  return PicturePart.safeParse(part).data?.image_url.url ?? null
}

function sentence({ name }: Mount): ContentPart {
  return { type: 'text', text: `For programs this picture is ${WORKING_FOLDER}/${name}.` }
}

function inlinePicture(url: string, maxBytes: number): Picture | null {
  const comma = url.indexOf(',')
  const [, type = ''] = /^data:([^;,]{1,100});base64$/.exec(url.slice(0, comma)) ?? []
  const ending = endingOf(type)
  if (ending === null || ((url.length - comma) * 3) / 4 > maxBytes + 3) return null
  try {
    return { bytes: fromBase64(url.slice(comma + 1)), ending }
  } catch {
    return null
  }
}
