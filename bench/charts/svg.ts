/** The colors of a chart in the reader's light or dark; an image in a page asks the system. */
const style = `
  svg { --text: #1f2328; --muted: #59636e; --grid: #d1d9e0; --first: #1a7f64; --second: #8a94a0; --third: #b35900 }
  @media (prefers-color-scheme: dark) {
    svg { --text: #e6edf3; --muted: #9198a1; --grid: #3d444d; --first: #3fb996; --second: #7d8590; --third: #e0823d }
  }
  text { font: 13px system-ui, sans-serif; fill: var(--text) }
  .title { font-size: 16px; font-weight: 600 }
  .muted { fill: var(--muted); font-size: 12px }
  .grid { stroke: var(--grid) }
`

export type Color = 'first' | 'second' | 'third'

export function svg(width: number, height: number, title: string, parts: string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escape(title)}</title>`,
    `<style>${style}</style>`,
    text(16, 28, title, 'class="title"'),
    ...parts,
    '</svg>\n',
  ].join('\n')
}

export function text(x: number, y: number, content: string, attributes = ''): string {
  return `<text x="${round(x)}" y="${round(y)}" ${attributes}>${escape(content)}</text>`
}

export function round(value: number): number {
  return Math.round(value * 10) / 10
}

function escape(content: string): string {
  return content.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}
