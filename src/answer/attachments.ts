import type { ResultFile, UnstoredFile } from '../tools/execution.ts'
import { isPicture } from '../tools/render-result.ts'
import type { ToolOutcome } from '../tools/tool.ts'
import type { ProgramItem, SearchItem } from './items.ts'

/** A file that the answer is to show: a picture in it, or a link to it; or to say of that it could not be kept. */
type Attachment =
  | { kind: 'picture' | 'link'; file: ResultFile }
  | { kind: 'missing'; file: UnstoredFile }

/** More names of missing files than this tell nobody more. */
const MAX_NAMES = 10

/** The Markdown at the end of an answer that shows what tools have made, except for what the model has placed in it. */
export function closingText(
  said: string,
  uses: readonly Pick<ProgramItem | SearchItem, 'outcome'>[],
): string {
  const attachments = uses.flatMap(({ outcome }) => attachmentsOf(outcome))
  const placed = addressesIn(said)
  const shown = attachments.flatMap((attachment) =>
    attachment.kind === 'missing' || placed.has(attachment.file.url) ? [] : [link(attachment)],
  )
  const missing = attachments.flatMap(({ kind, file }) => (kind === 'missing' ? [file] : []))
  return [...shown, ...notes(missing)].join('\n\n')
}

function link({ kind, file }: Exclude<Attachment, { kind: 'missing' }>): string {
  return `${kind === 'picture' ? '!' : ''}[${escaped(file.name)}](${file.url})`
}

/** What could not be kept, once for each reason. */
function notes(missing: readonly UnstoredFile[]): string[] {
  return [...Map.groupBy(missing, ({ reason }) => reason)].map(([reason, files]) => {
    const names = files.slice(0, MAX_NAMES).map(({ name }) => escaped(name))
    const more = files.length > MAX_NAMES ? ` and ${files.length - MAX_NAMES} more` : ''
    return `Could not be kept: ${names.join(', ')}${more}. ${reason}`
  })
}

/** What a use of a tool has made for the answer to show. */
export function attachmentsOf(outcome: ToolOutcome | null): Attachment[] {
  if (outcome?.type !== 'program') return []
  const saved = new Set(outcome.savedPictures.map(({ file }) => file.id))
  return outcome.execution.results.flatMap((result): Attachment[] => {
    const { file, unstored_file } = result
    if (unstored_file) return [{ kind: 'missing', file: unstored_file }]
    if (!file) return []
    return [{ kind: isPicture(result) || saved.has(file.id) ? 'picture' : 'link', file }]
  })
}

/** The addresses that a text has, whole, since a part of a longer one is another. In one pass over it. */
function addressesIn(text: string): Set<string> {
  return new Set(text.match(/https?:\/\/[^\s)>\]"'|*]+/g))
}

function escaped(name: string): string {
  return name.replaceAll(/[\\[\]()*_~#!]/g, String.raw`\$&`)
}
