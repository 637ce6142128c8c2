import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A fenced block of a page. */
export interface CodeBlock {
  /** The page and the line, for the message of a failure. */
  place: string
  page: string
  /** The first word behind the fence, and the rest: `json ChatCompletion`. */
  language: string
  name: string
  text: string
}

export const project = join(import.meta.dirname, '../..')

/** Every page that people read. */
export const pages: readonly string[] = globSync(
  [
    '*.md',
    '{client,docs,examples,python-runtime}/*.md',
    'docs/decisions/*.md',
    'python-runtime/{build,wheels}/*.md',
  ],
  { cwd: project },
).toSorted()

export function readPage(page: string): string {
  return readFileSync(join(project, page), 'utf8')
}

/** The blocks of all pages; those within lists without the indentation of the list. */
export const codeBlocks: readonly CodeBlock[] = pages.flatMap((page) => {
  const markdown = readPage(page)
  const fenced = markdown.matchAll(/^( *)```([\w-]*)[ \t]*(.*)\n([^]*?)^\1```$/gm)
  return Array.from(
    fenced,
    ({ index, 1: indent = '', 2: language = '', 3: name = '', 4: text = '' }) => ({
      place: `${page}:${markdown.slice(0, index).split('\n').length}`,
      page,
      language,
      name,
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  )
})

export function blocksOf(language: string): CodeBlock[] {
  return codeBlocks.filter((block) => block.language === language)
}
