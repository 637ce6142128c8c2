import { serverSentEvents } from './server-sent-events.js'

/** @import { ChatRequest, Chunk } from '../../wire.d.ts' */

/** What the server answers in the place of what was asked for. */
export class Refusal extends Error {
  /**
   * @param {string} message
   * @param {number | null} status
   */
  constructor(message, status) {
    super(message)
    this.status = status
  }
}

/**
 * @param {ChatRequest} request
 * @param {string} key
 * @param {AbortSignal} signal
 * @returns {AsyncGenerator<Chunk>}
 */
export async function* streamChat(request, key, signal) {
  const response = await ask('/v1/chat/completions', key, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...request, stream: true }),
    signal,
  })
  if (!response.body) throw new Refusal('The server answered with nothing.', response.status)

  for await (const data of serverSentEvents(response.body)) {
    if (data === '[DONE]') return
    /** @type {Chunk} */
    const chunk = JSON.parse(data)
    if (chunk.error) throw new Refusal(chunk.error.message, null)
    yield chunk
  }
  throw new Refusal('The connection ended before the answer did.', null)
}

/**
 * @param {string} key
 * @returns {Promise<string[]>}
 */
export async function listModels(key) {
  const { data } = await (await ask('/v1/models', key)).json()
  return data.map((/** @type {{ id: string }} */ { id }) => id)
}

/**
 * Keeps a file at the server and returns its id.
 *
 * @param {File} file
 * @param {string} key
 * @returns {Promise<string>}
 */
export async function uploadFile(file, key) {
  const body = new FormData()
  body.set('purpose', 'user_data')
  body.set('file', file)
  const { id } = await (await ask('/v1/files', key, { method: 'POST', body })).json()
  return id
}

/**
 * @param {string} path
 * @param {string} key
 * @param {RequestInit} [init]
 */
async function ask(path, key, init = {}) {
  const headers = new Headers(init.headers)
  if (key !== '') headers.set('authorization', `Bearer ${key}`)
  const response = await fetch(path, { ...init, headers }).catch((error) => {
    if (init.signal?.aborted) throw error
    throw new Refusal('The server cannot be reached.', null)
  })
  if (response.ok) return response
  const body = await response.json().catch(() => null)
  const message = body?.error?.message ?? `The server answered with status ${response.status}.`
  throw new Refusal(message, response.status)
}
