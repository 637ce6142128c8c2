import { setMetric } from 'hono/timing'
import type { Caller } from '../auth/door.ts'
import { lateError } from '../protocols/executions/errors.ts'
import { execute, executionRequest, type ExecuteServices } from '../protocols/executions/request.ts'
import { toFrames } from '../protocols/executions/stream.ts'
import { toResult } from '../protocols/executions/whole.ts'
import type { AppContext } from './context.ts'
import { eventStream } from './event-stream.ts'
import { readJson } from './read-json.ts'
import { report } from './report.ts'
import { requestSignal } from './request-signal.ts'
import { wholeAnswer } from './whole-answer.ts'

export interface ExecutionRouteServices {
  limits: ExecuteServices['limits'] & { maxRequestMs: number }
  toolServicesFor: (caller: Caller, requestUrl: string) => ExecuteServices
}

/** POST /v1/executions */
export function executions({ limits, toolServicesFor }: ExecutionRouteServices) {
  const schema = executionRequest(limits)

  return async (c: AppContext): Promise<Response> => {
    const request = await readJson(c.req.raw, schema)
    const gone = new AbortController()
    const signal = requestSignal(c, limits.maxRequestMs, gone)
    const pace = { gone, signal }
    const events = execute(request, toolServicesFor(c.get('caller'), c.req.url), signal)

    if (!request.stream) {
      const execution = await toResult(events)
      setMetric(c, 'start', execution.usage.start_ms)
      setMetric(c, 'program', execution.usage.wall_ms)
      return wholeAnswer(c, execution, pace)
    }
    return eventStream(toFrames(events), {
      ...pace,
      onError: (error) => {
        report(error, c.get('requestId'))
        return lateError(error)
      },
    })
  }
}
