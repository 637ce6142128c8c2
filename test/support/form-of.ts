/** What a JSON value is made of: the names of its fields, and of each value its kind; a list by its first member. */
export function formOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(formOf)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, formOf(field)]))
  }
  return value === null ? null : typeof value
}
