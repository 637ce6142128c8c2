import { round, svg, text } from './svg.ts'

export interface Line {
  title: string
  /** Of the horizontal and the vertical axis. */
  units: [x: string, y: string]
  points: { x: number; y: number }[]
}

const width = 760
const height = 320
const plot = { left: 60, right: 20, top: 52, bottom: 48 }
const ticks = 5

/** One line over time; both axes begin at zero. */
export function lineChart({ title, units, points }: Line): string {
  const maxX = nice(Math.max(...points.map(({ x }) => x)))
  const maxY = nice(Math.max(...points.map(({ y }) => y)))
  const toX = (x: number) => round(plot.left + (x / maxX) * (width - plot.left - plot.right))
  const toY = (y: number) =>
    round(height - plot.bottom - (y / maxY) * (height - plot.top - plot.bottom))

  const parts: string[] = []
  for (let tick = 0; tick <= ticks; tick++) {
    const x = (maxX / ticks) * tick
    const y = (maxY / ticks) * tick
    parts.push(
      `<line x1="${plot.left}" y1="${toY(y)}" x2="${width - plot.right}" y2="${toY(y)}" class="grid"/>`,
      text(plot.left - 8, toY(y) + 4, String(round(y)), 'class="muted" text-anchor="end"'),
      text(
        toX(x),
        height - plot.bottom + 18,
        String(round(x)),
        'class="muted" text-anchor="middle"',
      ),
    )
  }
  const path = points.map(({ x, y }) => `${toX(x)},${toY(y)}`).join(' ')
  parts.push(
    `<polyline points="${path}" fill="none" stroke="var(--first)" stroke-width="2"/>`,
    text(width - plot.right, height - 12, units[0], 'class="muted" text-anchor="end"'),
    text(16, plot.top - 8, units[1], 'class="muted"'),
  )
  return svg(width, height, title, parts)
}

/** The next larger number that divides well into ticks. */
function nice(value: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(value))
  const factor = [1, 1.5, 2, 2.5, 3, 4, 5, 7.5].find((step) => value <= step * magnitude)
  return (factor ?? 10) * magnitude
}
