import { describe, expect, it } from 'vitest'
import { codeBlocks, pages, readPage, type CodeBlock } from './code-blocks.ts'

/** What can stand in a page, and what is done with it to know that it is right. */
const kinds: Record<string, string> = {
  sh: 'is run by bash: programs.server.test.ts',
  ts: 'is compiled and run: programs.server.test.ts',
  python: 'is run with the client that it imports: programs.server.test.ts, clients.server.test.ts',
  js: 'is run with the client that it imports: clients.server.test.ts',
  yaml: 'is given to the client that it is for: clients.server.test.ts',
  json: 'is read, by the schema that is named behind the word: json.test.ts',
  text: 'is what its name says, such as a map of folders: text.test.ts and others',
  toml: "is read as wrangler's configuration: settings.test.ts",
  ini: 'is read as variables or as a unit of systemd: settings.test.ts',
  caddyfile: 'is compared with the variables of its page: settings.test.ts',
  nginx: 'is compared with the limits of the server: nginx.test.ts',
}

describe('the blocks of the pages', () => {
  it('are found in every page that has a fence', () => {
    const fenced = pages.filter((page) => readPage(page).includes('```'))

    expect([...new Set(codeBlocks.map(({ page }) => page))]).toEqual(fenced)
  })

  it('are all found', () => {
    const fences = pages.flatMap((page) => readPage(page).match(/^ *```/gm) ?? [])

    expect(codeBlocks).toHaveLength(fences.length / 2)
  })

  it.for(codeBlocks)('are of a kind that a test looks at: $place', (block) => {
    expect(problemOf(block)).toBeNull()
  })
})

function problemOf({ language }: CodeBlock): string | null {
  if (kinds[language] !== undefined) return null
  const known = Object.keys(kinds).join(', ')
  return `Nothing is known of ${language || 'a block without a language'}. Name one of ${known} behind the fence, or add to test/docs a test that runs or checks such blocks, and here their kind.`
}
