import { toBase64 } from '../../tools/base64.ts'
import type { ExecutionOutput } from '../../tools/execution.ts'
import { isPicture, textOf } from '../../tools/render-result.ts'
import type { SavedPicture, ToolOutcome } from '../../tools/tool.ts'
import type { ItemStatus } from './told.ts'

type Output = { type: 'logs'; logs: string } | { type: 'image'; url: string }

/** What a program printed and showed. Pictures are in it as a whole, or as links to what keeps them. */
export function outputsOf(
  outcome: ToolOutcome | null,
  pictures: 'whole' | 'linked',
): Output[] | null {
  if (!outcome) return null
  if (outcome.type !== 'program') return logs(outcome.forModel)
  const { stdout, stderr, results, error } = outcome.execution
  return [
    ...logs(stdout),
    ...logs(stderr),
    ...results.flatMap((result) => {
      if (!isPicture(result)) return logs(textOf(result) ?? '')
      return image(result.file?.url, dataUrl(result), pictures)
    }),
    ...outcome.savedPictures.flatMap((saved) => {
      return image(saved.file.url, savedDataUrl(saved), pictures)
    }),
    ...logs(error?.traceback ?? ''),
  ]
}

/** What became of a program: one with an error of its own has run to its end. */
export function statusOf(outcome: ToolOutcome | null): ItemStatus {
  if (!outcome) return 'incomplete'
  if (outcome.type !== 'program') return 'failed'
  switch (outcome.execution.error?.type) {
    case undefined:
    case 'execution_error':
      return 'completed'
    case 'timeout':
    case 'sandbox_timeout':
    case 'memory':
    case 'output_limit':
    case 'cancelled':
      return 'incomplete'
    case 'sandbox_unavailable':
      return 'failed'
  }
}

function logs(text: string): Output[] {
  return text === '' ? [] : [{ type: 'logs', logs: text }]
}

function image(link: string | undefined, whole: string, pictures: 'whole' | 'linked'): Output[] {
  const url = pictures === 'whole' ? whole : link
  return url === undefined ? [] : [{ type: 'image', url }]
}

function dataUrl({ png, jpeg, svg = '' }: ExecutionOutput): string {
  if (png !== undefined) return `data:image/png;base64,${png}`
  if (jpeg !== undefined) return `data:image/jpeg;base64,${jpeg}`
  return `data:image/svg+xml;base64,${toBase64(new TextEncoder().encode(svg))}`
}

function savedDataUrl({ format, base64 }: SavedPicture): string {
  return `data:image/${format};base64,${base64}`
}
