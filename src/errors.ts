interface ApiErrorInit extends ErrorOptions {
  status: number
  code: string | null
  /** OpenAI's class of error; follows from the status unless an upstream has named one. */
  type?: string
  /** The parameter that is wrong, as OpenAI writes it: `tools[0].timeout_ms`. */
  param?: string | null
  headers?: Record<string, string>
}

/** The only error a client is meant to see. Anything else that reaches the door is a bug and answers 500. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly code: string | null
  readonly type: string
  readonly param: string | null
  readonly headers: Record<string, string>

  constructor(message: string, init: ApiErrorInit) {
    super(message, { cause: init.cause })
    this.status = init.status
    this.code = init.code
    this.type = init.type ?? typeOf(init.status)
    this.param = init.param ?? null
    this.headers = init.headers ?? {}
  }
}

function typeOf(status: number): string {
  if (status === 429) return 'rate_limit_error'
  return status >= 500 ? 'server_error' : 'invalid_request_error'
}
