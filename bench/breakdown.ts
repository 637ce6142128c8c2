import { phaseMeter } from './phases/phases.ts'
import { programs } from './programs.ts'
import { summarize, type Summary } from './statistics.ts'

/** Milliseconds by phase of `print(1)`: the first execution of an isolate, and one more in the same isolate. */
export interface Breakdown {
  phase: string
  fresh: Summary
  again: Summary | undefined
}

export async function breakdown(rounds: number): Promise<Breakdown[]> {
  await using meter = await phaseMeter()
  await meter.measure(programs.print)
  const fresh: Record<string, number[]> = {}
  const again: Record<string, number[]> = {}
  for (let round = 0; round < rounds; round++) {
    const measured = await meter.measure(programs.print)
    for (const [phase, took] of measured.fresh) (fresh[phase] ??= []).push(took)
    for (const [phase, took] of measured.again) (again[phase] ??= []).push(took)
  }
  return Object.entries(fresh).map(([phase, times]) => {
    const later = again[phase]
    return { phase, fresh: summarize(times), again: later && summarize(later) }
  })
}
