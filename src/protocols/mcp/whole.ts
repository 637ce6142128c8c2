import type { ExecutionOutput } from '../../tools/execution.ts'
import type { ToolOutcome } from '../../tools/tool.ts'
import type { Content, ToolResult } from './server-tool.ts'

/** Of a whole result as it is sent. Clients take no message of more than a mebibyte, or cut it. */
const MAX_BYTES = 900_000

/** Models take only so many at once. */
const MAX_PICTURES = 20

interface Picture {
  name: string
  data: string
  mimeType: string
}

/** What came of a call: the text that models read everywhere, with the links, and the pictures that there is room for. */
export function toToolResult(outcome: ToolOutcome): ToolResult {
  const text = fitting(outcome.forModel)
  switch (outcome.type) {
    case 'program':
      return {
        content: [text, ...shown(picturesOf(outcome), MAX_BYTES - sizeOf(text))],
        ...(outcome.execution.error && { isError: true }),
      }
    case 'search':
      return { content: [text] }
    case 'failed':
      return { content: [text], isError: true }
  }
}

function picturesOf({
  execution,
  savedPictures,
}: Extract<ToolOutcome, { type: 'program' }>): Picture[] {
  return [
    ...execution.results.flatMap(displayed),
    ...savedPictures.map(({ file, base64 }) => ({
      name: file.name,
      data: base64,
      mimeType: file.mime_type,
    })),
  ]
}

/** Models see no vector graphics. */
function displayed({ png, jpeg, file, unstored_file }: ExecutionOutput): Picture[] {
  const name = file?.name ?? unstored_file?.name ?? 'a picture'
  if (png !== undefined) return [{ name, data: png, mimeType: 'image/png' }]
  if (jpeg !== undefined) return [{ name, data: jpeg, mimeType: 'image/jpeg' }]
  return []
}

function shown(pictures: readonly Picture[], maxBytes: number): Content[] {
  const content: Content[] = []
  const missing: string[] = []
  let room = maxBytes
  for (const { name, data, mimeType } of pictures) {
    if (data.length > room || content.length === MAX_PICTURES) {
      missing.push(name)
      continue
    }
    room -= data.length
    content.push({ type: 'image', data, mimeType })
  }
  if (missing.length > 0) {
    content.push({
      type: 'text',
      text: `Not shown here, for their size or number: ${missing.join(', ')}.`,
    })
  }
  return content
}

/** A text as a part of a result; of one that is far longer as it is sent than as it is read, the beginning. */
function fitting(text: string): Content {
  for (let kept = text, length = text.length; ;) {
    const content: Content = { type: 'text', text: kept }
    const size = sizeOf(content)
    if (size <= MAX_BYTES) return content
    length = Math.floor(length * Math.min(0.9, MAX_BYTES / size))
    kept = `${text.slice(0, length)}\n[… the rest is cut: a result may have ${MAX_BYTES} bytes …]`
  }
}

function sizeOf(content: Content): number {
  return new TextEncoder().encode(JSON.stringify(content)).length
}
