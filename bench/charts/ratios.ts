import { round, svg, text } from './svg.ts'

export interface Ratio {
  name: string
  ratio: number
  /** The most that it may be, drawn as a line across its bar. */
  bar?: number
}

const width = 760
const left = 250
const right = 70
const rowHeight = 20

/** Horizontal bars from nothing, all on one scale, with a line where both sides take the same time. */
export function ratioChart(title: string, ratios: readonly Ratio[]): string {
  const longest = Math.max(...ratios.map(({ ratio, bar = 0 }) => Math.max(ratio, bar)))
  const x = (value: number) => left + (value / longest) * (width - left - right)
  const top = 48
  const bottom = top + ratios.length * rowHeight
  const parts = [
    `<line x1="${round(x(1))}" y1="${top}" x2="${round(x(1))}" y2="${bottom}" class="grid"/>`,
  ]
  for (const [index, { name, ratio, bar }] of ratios.entries()) {
    const y = top + index * rowHeight
    const length = round(x(ratio) - left)
    parts.push(
      text(left - 10, y + 14, name, 'text-anchor="end"'),
      `<rect x="${left}" y="${y + 3}" width="${length}" height="${rowHeight - 6}" rx="2" fill="var(--first)"/>`,
      text(x(Math.max(ratio, bar ?? 0)) + 8, y + 14, ratio.toFixed(1)),
    )
    if (bar !== undefined) {
      const at = round(x(bar))
      parts.push(
        `<line x1="${at}" y1="${y + 1}" x2="${at}" y2="${y + rowHeight - 1}" stroke="var(--third)" stroke-width="2"/>`,
      )
    }
  }
  const note =
    'The grey line is native CPython on one thread; an orange mark is the bar of its program.'
  parts.push(text(16, bottom + 20, note, 'class="muted"'))
  return svg(width, bottom + 36, title, parts)
}
