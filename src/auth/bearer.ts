import { ApiError } from '../errors.ts'

/** The key that a request carries, or the 401 that says how to send one. */
export function bearerKey(request: Request): string {
  const [scheme, key] = (request.headers.get('Authorization') ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || !key) {
    throw new ApiError('No API key: send it in the header `Authorization: Bearer YOUR_KEY`.', {
      status: 401,
      code: 'missing_api_key',
    })
  }
  return key
}
