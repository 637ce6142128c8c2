import { round, svg, text, type Color } from './svg.ts'

interface Panel {
  /** What the vertical axis shows, in which unit. */
  label: string
  lines: { color: Color; name?: string; points: Point[] }[]
}

interface Point {
  x: number
  y: number
}

export interface LineChart {
  title: string
  /** Of the horizontal axis, which all panels share. */
  unit: string
  panels: Panel[]
}

const width = 760
const left = 60
const right = 20
const top = 66
const plotHeight = 220
const gap = 60
const xTicks = 5
const yTicks = 4

/** Lines over time, in panels one below the other; all axes begin at zero. */
export function lineChart({ title, unit, panels }: LineChart): string {
  const maxX = nice(
    Math.max(...panels.flatMap(({ lines }) => lines.map((line) => most(line, 'x')))),
  )
  const toX = (x: number) => round(left + (x / maxX) * (width - left - right))
  const parts = panels.flatMap((panel, index) => draw(panel, top + index * (plotHeight + gap)))
  const height = top + panels.length * (plotHeight + gap)
  parts.push(text(width - right, height - 12, unit, 'class="muted" text-anchor="end"'))
  return svg(width, height, title, parts)

  function draw({ label, lines }: Panel, y0: number): string[] {
    const maxY = nice(Math.max(...lines.map((line) => most(line, 'y'))))
    const toY = (y: number) => round(y0 + plotHeight * (1 - y / maxY))
    const drawn = lines.map(({ color, points }) => {
      const path = points.map(({ x, y }) => `${toX(x)},${toY(y)}`).join(' ')
      return `<polyline points="${path}" fill="none" stroke="var(--${color})" stroke-width="2"/>`
    })
    return [...axes(maxX, maxY, toX, toY), ...drawn, ...legend(label, lines, y0 - 10)]
  }
}

function axes(
  maxX: number,
  maxY: number,
  toX: (x: number) => number,
  toY: (y: number) => number,
): string[] {
  const ys = ticks(maxY, yTicks).flatMap((y) => [
    `<line x1="${left}" y1="${toY(y)}" x2="${width - right}" y2="${toY(y)}" class="grid"/>`,
    text(left - 8, toY(y) + 4, String(round(y)), 'class="muted" text-anchor="end"'),
  ])
  const xs = ticks(maxX, xTicks).map((x) =>
    text(toX(x), toY(0) + 18, String(round(x)), 'class="muted" text-anchor="middle"'),
  )
  return [...ys, ...xs]
}

/** The label of the axis, and the names of lines that have one, in their colors. */
function legend(label: string, lines: Panel['lines'], y: number): string[] {
  const named = lines.filter(({ name }) => name !== undefined)
  return [
    text(16, y, label, 'class="muted"'),
    ...named.map(({ name = '', color }, index) => {
      const x = width - right - (named.length - 1 - index) * 110
      return text(x, y, name, `style="fill: var(--${color})" text-anchor="end"`)
    }),
  ]
}

function most({ points }: Panel['lines'][number], axis: keyof Point): number {
  return Math.max(...points.map((point) => point[axis]))
}

function ticks(max: number, count: number): number[] {
  return Array.from({ length: count + 1 }, (_, tick) => (max / count) * tick)
}

/** The next larger number that divides well into ticks. */
function nice(value: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(value, 1)))
  const factor = [1, 1.5, 2, 2.5, 3, 4, 5, 7.5].find((step) => value <= step * magnitude)
  return (factor ?? 10) * magnitude
}
