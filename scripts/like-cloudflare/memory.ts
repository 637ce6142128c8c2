/** What an isolate may have. Cloudflare says 128 MB, and not which. */
export const isolateBytes = 128_000_000

/**
 * What cannot be counted from inside: a block of the image's files (1.0 MB; where there are more, the program has so much
 * less), the largest of those files (3.2 MB), objects of JavaScript (in Node 4.6 MB after `print(1)` and 8.2 MB after a
 * chart), and compiled code that is charged to the isolate.
 */
export const uncountedBytes = 13_000_000
