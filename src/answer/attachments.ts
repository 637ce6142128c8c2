import type { ResultFile } from '../tools/execution.ts'
import { isPicture } from '../tools/render-result.ts'
import type { ToolOutcome } from '../tools/tool.ts'
import type { ProgramItem, SearchItem } from './items.ts'

/** A file that the answer is to show: a picture in it, or a link to it. */
interface Attachment {
  kind: 'picture' | 'link'
  file: ResultFile
}

/** The Markdown at the end of an answer that shows what tools have made, except for what the model has placed in it. */
export function closingText(
  said: string,
  uses: readonly Pick<ProgramItem | SearchItem, 'outcome'>[],
): string {
  return uses
    .flatMap(({ outcome }) => attachmentsOf(outcome))
    .filter(({ file }) => !said.includes(file.id))
    .map(({ kind, file }) => `${kind === 'picture' ? '!' : ''}[${escaped(file.name)}](${file.url})`)
    .join('\n\n')
}

/** What a use of a tool has made for the answer to show. */
function attachmentsOf(outcome: ToolOutcome | null): Attachment[] {
  if (outcome?.type !== 'program') return []
  const saved = outcome.savedPictures.map(({ file }) => file.id)
  return outcome.execution.results.flatMap((result) => {
    const { file } = result
    if (!file) return []
    const kind = isPicture(result) || saved.includes(file.id) ? 'picture' : 'link'
    return [{ kind, file }]
  })
}

function escaped(name: string): string {
  return name.replaceAll(/[\\[\]()*_~#!]/g, String.raw`\$&`)
}
