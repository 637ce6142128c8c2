import { ApiError } from '../errors.ts'

/** What goes with a 401. It names no place to get a key from: keys are handed out by the operator. */
export const CHALLENGE = { 'www-authenticate': 'Bearer' }

/** The key in a header `Authorization`, if there is one. */
export function keyIn(authorization: string): string | null {
  const [scheme, key] = authorization.split(' ')
  return scheme?.toLowerCase() === 'bearer' && key ? key : null
}

/** The key that a request carries, or the 401 that says how to send one. */
export function bearerKey(request: Request): string {
  const key = keyIn(request.headers.get('Authorization') ?? '')
  if (key === null) {
    throw new ApiError('No API key: send it in the header `Authorization: Bearer YOUR_KEY`.', {
      status: 401,
      code: 'missing_api_key',
      headers: CHALLENGE,
    })
  }
  return key
}
