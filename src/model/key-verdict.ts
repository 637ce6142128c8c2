import { ApiError } from '../errors.ts'
import type { Model } from './model.ts'

/**
 * What a service says to the key that it is asked with: it lists its models, or says that it does not know who asks.
 * Anything else, such as that there is no such list, no money, or no right to it, tells nothing of the key.
 *
 * @throws ApiError when it cannot be asked now
 */
export async function verdictOn(
  model: Pick<Model, 'list'>,
  signal: AbortSignal,
): Promise<'yes' | 'no' | 'unclear'> {
  try {
    await model.list(signal)
    return 'yes'
  } catch (error) {
    if (!(error instanceof ApiError) || error.status >= 500 || error.status === 429) throw error
    return error.status === 401 ? 'no' : 'unclear'
  }
}
