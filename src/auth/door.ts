/** Whoever a request comes from. */
export interface Caller {
  /** Whose files it sees: one space per key, and one for all callers of an open server. */
  owner: string
  /** The key to ask the upstream with, when the caller has brought its own. */
  key: string | null
}

/**
 * Who looks at a key that is to be passed on: the upstream, because the request goes there, or this
 * server, because it answers by itself.
 */
export type Judge = 'upstream' | 'here'

/** Decides who may come in. */
export interface Door {
  /** @throws ApiError 401 or 403 with the reason */
  admit(request: Request, judge: Judge): Promise<Caller>
}
