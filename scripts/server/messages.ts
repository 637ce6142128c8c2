import * as z from 'zod'

/** What the process of a server is told once, when it starts. It travels over a pipe: secrets are seen by nobody. */
export const Start = z.strictObject({
  /** 0 is any that is free. */
  port: z.int().min(0).max(65_535),
  /** The Worker's variables; they win over all others. */
  vars: z.record(z.string(), z.string()),
  /** The folder that holds the files of the emulated platform. */
  state: z.string(),
  /** Whether `[vars]` of `wrangler.toml` and `.dev.vars` say what is not said here. */
  inherit: z.boolean(),
  /** Whether it refuses and ends what Cloudflare would (`scripts/like-cloudflare/`). */
  likeCloudflare: z.boolean(),
})
export type Start = z.infer<typeof Start>

/** What it says in turn. */
export const Report = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('started'), url: z.string() }),
  z.strictObject({ type: z.literal('failed'), reason: z.string() }),
  /** A line that the Worker wrote to its console. */
  z.strictObject({ type: z.literal('log'), line: z.string() }),
])
export type Report = z.infer<typeof Report>

/** What wrangler says when the Worker runs, as far as it is read. */
export const ReloadComplete = z.object({
  proxyData: z.object({
    userWorkerUrl: z.object({ hostname: z.string(), port: z.string() }),
    headers: z.record(z.string(), z.string()),
  }),
})
