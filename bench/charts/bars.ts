import { milliseconds } from '../format.ts'
import type { Summary } from '../statistics.ts'
import { round, svg, text, type Color } from './svg.ts'

export interface BarGroup {
  name: string
  bars: { name: string; color: Color; summary: Summary }[]
}

const width = 760
const left = 210
const right = 130
const barHeight = 18

/** Groups of horizontal bars, as long as the medians, each group on a scale of its own; a thin line reaches to p95. */
export function barChart(title: string, groups: readonly BarGroup[]): string {
  const parts: string[] = []
  let y = 48
  for (const { name, bars } of groups) {
    parts.push(text(16, y + 14, name, 'font-weight="600"'))
    y += 26
    const longest = Math.max(...bars.map(({ summary }) => summary.p95))
    const scale = (value: number) => (value / longest) * (width - left - right)
    for (const { name: of, color, summary } of bars) {
      const middle = y + barHeight / 2
      const fill = `fill="var(--${color})"`
      parts.push(
        text(left - 10, middle + 4, of, 'text-anchor="end"'),
        `<rect x="${left}" y="${y}" width="${round(scale(summary.median))}" height="${barHeight}" rx="2" ${fill}/>`,
        `<line x1="${left}" y1="${middle}" x2="${round(left + scale(summary.p95))}" y2="${middle}" stroke="var(--${color})"/>`,
        text(left + scale(summary.p95) + 8, middle + 4, milliseconds(summary.median)),
      )
      y += barHeight + 6
    }
    y += 16
  }
  const note = 'Bars are medians, lines reach to the 95th percentile. Each group has its own scale.'
  parts.push(text(16, y + 4, note, 'class="muted"'))
  return svg(width, y + 20, title, parts)
}
