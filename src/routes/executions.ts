import { setMetric } from 'hono/timing'
import type { Caller } from '../auth/door.ts'
import { execute, executionRequest, type ExecuteServices } from '../tools/execution-request.ts'
import type { ExecutionResult } from '../tools/execution.ts'
import type { AppContext } from './context.ts'
import { errorBody } from './error-body.ts'
import { eventStream, type Frame } from './event-stream.ts'
import { readJson } from './read-json.ts'
import { report } from './report.ts'
import { requestSignal } from './request-signal.ts'

export interface ExecutionRouteServices {
  limits: ExecuteServices['limits'] & { maxRequestMs: number }
  toolServicesFor: (caller: Caller, requestUrl: string) => ExecuteServices
}

type Events = ReturnType<typeof execute>

/** POST /v1/executions */
export function executions({ limits, toolServicesFor }: ExecutionRouteServices) {
  const schema = executionRequest(limits)

  return async (c: AppContext): Promise<Response> => {
    const request = await readJson(c.req.raw, schema)
    const gone = new AbortController()
    const signal = requestSignal(c, limits.maxRequestMs, gone)
    const events = execute(request, toolServicesFor(c.get('caller'), c.req.url), signal)

    if (!request.stream) {
      const execution = await whole(events)
      setMetric(c, 'start', execution.usage.start_ms)
      setMetric(c, 'program', execution.usage.wall_ms)
      return c.json(execution)
    }
    return eventStream(toFrames(events), {
      gone,
      onError: (error) => {
        report(error, c.get('requestId'))
        return toFrame('error', errorBody(error).error)
      },
    })
  }
}

async function whole(events: Events): Promise<ExecutionResult> {
  for await (const event of events) {
    if (event.type === 'done') return event.execution
  }
  throw new Error('The execution ended without being done.')
}

async function* toFrames(events: Events): AsyncGenerator<Frame> {
  for await (const event of events) {
    switch (event.type) {
      case 'stdout':
      case 'stderr':
        yield toFrame(event.type, { text: event.text })
        break
      case 'result':
        yield toFrame('result', event.result)
        break
      case 'done':
        if (event.execution.error) yield toFrame('error', event.execution.error)
        yield toFrame('done', event.execution)
        break
    }
  }
}

function toFrame(event: string, value: object): Frame {
  return { event, data: JSON.stringify(value) }
}
