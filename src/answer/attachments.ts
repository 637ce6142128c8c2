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
    .filter(({ file }) => !isPlaced(file.url, said))
    .map(({ kind, file }) => `${kind === 'picture' ? '!' : ''}[${escaped(file.name)}](${file.url})`)
    .join('\n\n')
}

/** What a use of a tool has made for the answer to show. */
export function attachmentsOf(outcome: ToolOutcome | null): Attachment[] {
  if (outcome?.type !== 'program') return []
  const saved = outcome.savedPictures.map(({ file }) => file.id)
  return outcome.execution.results.flatMap((result) => {
    const { file } = result
    if (!file) return []
    const kind = isPicture(result) || saved.includes(file.id) ? 'picture' : 'link'
    return [{ kind, file }]
  })
}

/** Whether an address is in a text as a whole: a part of a longer one is another. */
function isPlaced(url: string, said: string): boolean {
  for (let at = said.indexOf(url); at >= 0; at = said.indexOf(url, at + url.length)) {
    if (/^(?:$|[\s)>\]"'|*])/.test(said.slice(at + url.length, at + url.length + 1))) return true
  }
  return false
}

function escaped(name: string): string {
  return name.replaceAll(/[\\[\]()*_~#!]/g, String.raw`\$&`)
}
