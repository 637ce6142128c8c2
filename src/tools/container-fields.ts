import * as z from 'zod'

/** What OpenAI's containers may be asked for besides files, each with the only value that a sandbox here has. */
export const containerFields = {
  memory_limit: z
    .literal('1g', 'expected "1g", or none: the memory of a program is the server\'s to say')
    .nullish(),
  network_policy: z
    .strictObject({ type: z.literal('disabled', 'expected "disabled": there is no network') })
    .nullish(),
}
