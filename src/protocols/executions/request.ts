import * as z from 'zod'
import { runExecution, type ExecutionEvent, type ExecutionServices } from '../../tools/execution.ts'
import { timeoutFields, timeouts, type TimeLimits, type ToolLimits } from '../../tools/limits.ts'
import { mountFiles } from '../../tools/mounts.ts'
import { InputFile, mountRequests } from '../input-file.ts'

/** A program to run without a model. */
export function executionRequest(limits: TimeLimits) {
  return z.strictObject({
    code: z.string(),
    files: z
      .array(InputFile)
      .max(100)
      .default([])
      .describe('Put into the working folder: content as base64, or a stored file.'),
    ...timeoutFields(limits),
    stream: z.boolean().default(false),
  })
}
export type ExecutionRequest = z.infer<ReturnType<typeof executionRequest>>

export interface ExecuteServices extends ExecutionServices {
  limits: ToolLimits
}

export async function* execute(
  request: ExecutionRequest,
  services: ExecuteServices,
  signal: AbortSignal,
): AsyncGenerator<ExecutionEvent> {
  const wanted = mountRequests(request.files)
  const files = await mountFiles(wanted, services.files, services.limits.maxMountBytes)
  const times = timeouts(request, services.limits)
  yield* runExecution({ code: request.code, files, ...times }, services, signal)
}
