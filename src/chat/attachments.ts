import type { Attachment } from '../tools/tool.ts'

/** The Markdown that shows in the answer what tools have made, except for what the model has placed itself. */
export function attachmentsText(answer: string, attachments: readonly Attachment[]): string {
  const links = attachments
    .filter(({ fileId }) => !answer.includes(fileId))
    .map(({ kind, name, url }) => `${kind === 'picture' ? '!' : ''}[${escaped(name)}](${url})`)
  return links.length === 0 ? '' : [...(answer ? [''] : []), ...links].join('\n\n')
}

function escaped(name: string): string {
  return name.replaceAll(/[\\[\]()*_~#!]/g, String.raw`\$&`)
}
