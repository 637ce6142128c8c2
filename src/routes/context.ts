import type { Context } from 'hono'
import type { CallerVariables } from '../auth/require-caller.ts'

export interface Variables extends CallerVariables {
  requestId: string
}

/** What a handler gets: the request, who sent it, and the name it has in the log. */
export type AppContext = Context<{ Variables: Variables }>
