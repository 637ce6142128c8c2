/** Where a contestant's measurements lie, in the unit that they were taken in. */
export interface Summary {
  count: number
  median: number
  p95: number
}

export function summarize(values: readonly number[]): Summary {
  return { count: values.length, median: quantile(values, 0.5), p95: quantile(values, 0.95) }
}

/** Of the measurements themselves: the smallest that at least this share of them does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)
}
