/** What an isolate may have. Cloudflare says 128 MB, and not which. */
export const isolateBytes = 128_000_000

/**
 * What cannot be counted from inside: the blocks of files that are at hand (8.9 MB at most), objects of JavaScript (in
 * Node 4.6 MB after `print(1)` and 8.2 MB after a chart), and compiled code that is charged to the isolate.
 */
export const uncountedBytes = 17_000_000
