import { env } from 'cloudflare:workers'
import { rateLimiterContract } from '../contracts/rate-limiter.ts'

rateLimiterContract("Cloudflare's binding", { create: () => ownKeys(env.RATE_LIMITER), limit: 2 })

/** One that starts at nought, which the binding, as long as it lives, does not. */
function ownKeys(binding: typeof env.RATE_LIMITER) {
  const own = crypto.randomUUID()
  return { limit: ({ key }: { key: string }) => binding.limit({ key: `${own}/${key}` }) }
}
