/** Figures in groups, as `bench/budget.json` has them. */
export type Figures = Record<string, Record<string, number>>

/** By how much, as a share, a figure of a group may differ from the budget before somebody is asked. */
export type Tolerances = Record<string, number>

/** Each figure that is not what the budget says of it. */
export function compare(budget: Figures, measured: Figures, tolerances: Tolerances): string[] {
  return namesOf(budget, measured).flatMap(([group, name]) => {
    const before = budget[group]?.[name]
    const now = measured[group]?.[name]
    const place = `${group}, ${name}`
    if (now === undefined) return `${place}: ${before} is no longer measured`
    if (before === undefined) return `${place}: ${now} is new`
    if (Math.abs(now - before) <= before * (tolerances[group] ?? 0)) return []
    const percent = (((now - before) / before) * 100).toFixed(2)
    return `${place}: ${before} ${now > before ? 'grew' : 'shrank'} to ${now} (${percent} %)`
  })
}

function namesOf(...all: Figures[]): [group: string, name: string][] {
  const names = new Map<string, [string, string]>()
  for (const figures of all) {
    for (const [group, members] of Object.entries(figures)) {
      for (const name of Object.keys(members)) names.set(`${group}/${name}`, [group, name])
    }
  }
  return [...names.values()]
}
