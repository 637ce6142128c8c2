/** A server, as far as the tasks of a soak ask it. */
export interface Asked {
  get: (path: string) => Promise<Response>
  post: (path: string, body: object, signal?: AbortSignal) => Promise<Response>
  upload: (name: string, content: string) => Promise<string>
  read: (id: string) => Promise<string>
  /** Deletes all files that an answer names: nothing but memory may grow. */
  clean: (text: string) => Promise<void>
  /** The same server, asked with another key. */
  asOther: () => Asked
}

/** Nothing that is asked takes longer. */
const patienceMs = 60_000

/** @param keys the caller's, and that of another one */
export function asked(url: string, [key, otherKey]: readonly [string, string]): Asked {
  const authorization = `Bearer ${key}`
  const ask = (path: string, { headers, ...init }: RequestInit = {}) =>
    fetch(url + path, {
      signal: AbortSignal.timeout(patienceMs),
      headers: { authorization, ...Object(headers) },
      ...init,
    })

  return {
    get: (path) => ask(path),
    asOther: () => asked(url, [otherKey, key]),
    post: (path, body, signal = AbortSignal.timeout(patienceMs)) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal,
      }),
    async upload(name, content) {
      const form = new FormData()
      form.append('purpose', 'user_data')
      form.append('file', new File([content], name))
      const text = await whole(await ask('/v1/files', { method: 'POST', body: form }))
      const [id] = idsIn(text)
      if (id === undefined) throw new Error('an upload without an id')
      return id
    },
    read: async (id) => whole(await ask(`/v1/files/${id}/content`)),
    async clean(text) {
      for (const id of idsIn(text)) await whole(await ask(`/v1/files/${id}`, { method: 'DELETE' }))
    },
  }
}

/** @throws when the status is one of a failure */
export async function whole(response: Response): Promise<string> {
  const text = await response.text()
  if (!response.ok) throw new Error(`status ${response.status}: ${text.slice(0, 200)}`)
  return text
}

function idsIn(text: string): Set<string> {
  return new Set(text.match(/\bfile-[0-9a-z]{24}\b/g))
}
