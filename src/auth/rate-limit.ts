import { ApiError } from '../errors.ts'

/** Counts the requests of each key, as Cloudflare's binding does: `success` is whether one more may pass. */
export interface RateLimiter {
  limit(request: { key: string }): Promise<{ success: boolean }>
}

/** The longest time for which a binding counts. What it is set to, it does not tell. */
const RETRY_AFTER_SECONDS = 60

/** @throws ApiError 429 for a caller who asks too often */
export async function countRequest(limiter: RateLimiter, owner: string): Promise<void> {
  const { success } = await limiter.limit({ key: owner })
  if (!success) {
    throw new ApiError('Too many requests with this key; try again in a minute.', {
      status: 429,
      code: 'rate_limit_exceeded',
      headers: { 'retry-after': String(RETRY_AFTER_SECONDS) },
    })
  }
}
