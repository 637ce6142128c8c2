// Plain JavaScript, since Node strips types from no file of an installed package; `openai.d.mts` has the types.

/**
 * Adds a delta's `executed_tools` to those of the deltas before it, in place: text continues text, and anything
 * else replaces what was there. (The SDK's own `stream()` keeps of fields that it does not know only the last.)
 */
export function addExecutedTools(tools, delta) {
  for (const { index, type, ...news } of delta ?? []) {
    const entry = (tools[index] ??= { index, type })
    for (const [name, value] of Object.entries(news)) {
      entry[name] = typeof value === 'string' ? (entry[name] ?? '') + value : value
    }
  }
  return tools
}
