import type { ExecutionOutput } from '../../tools/execution.ts'
import type { ToolOutcome } from '../../tools/tool.ts'
import type { Content, ToolResult } from './server-tool.ts'

/** Of all pictures of a result, in base64. Some clients take no result of more than a megabyte, others cut it. */
const MAX_PICTURE_CHARACTERS = 700_000

interface Picture {
  name: string
  data: string
  mimeType: string
}

/** What came of a call: the text that models read everywhere, with the links, and the pictures that there is room for. */
export function toToolResult(outcome: ToolOutcome): ToolResult {
  const text: Content = { type: 'text', text: outcome.forModel }
  switch (outcome.type) {
    case 'program':
      return {
        content: [text, ...shown(picturesOf(outcome))],
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

function shown(pictures: readonly Picture[]): Content[] {
  const content: Content[] = []
  const missing: string[] = []
  let room = MAX_PICTURE_CHARACTERS
  for (const { name, data, mimeType } of pictures) {
    if (data.length > room) {
      missing.push(name)
      continue
    }
    room -= data.length
    content.push({ type: 'image', data, mimeType })
  }
  if (missing.length > 0) {
    content.push({ type: 'text', text: `Too large to be shown here: ${missing.join(', ')}.` })
  }
  return content
}
