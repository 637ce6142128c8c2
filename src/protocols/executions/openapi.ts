import { ExecutionResult } from '../../tools/execution.ts'
import type { TimeLimits } from '../../tools/limits.ts'
import { eventStream, failures, jsonBody, STREAMS } from '../openapi/parts.ts'
import { refTo } from '../openapi/schemas.ts'
import { EXECUTION_EXAMPLES as EXAMPLES } from './examples.ts'
import { executionRequest } from './request.ts'

/** What is sent, by the names of the document. */
export const executionRequests = (limits: TimeLimits) => ({
  ExecutionRequest: executionRequest(limits),
})

/** What is answered. */
export const executionAnswers = { ExecutionResult }

export const executionPaths = {
  '/v1/executions': {
    post: {
      operationId: 'createExecution',
      summary: 'Run Python without a model',
      description:
        'Runs one program in a fresh sandbox. What the program does, its errors and its time-out included, is the answer and not a failure.',
      tags: ['Executions'],
      requestBody: jsonBody('ExecutionRequest', { sum: { value: EXAMPLES.run } }),
      responses: {
        200: {
          description: `All that came of it. ${STREAMS} They are named \`stdout\`, \`stderr\`, \`result\`, \`error\` and last \`done\`.`,
          content: {
            'application/json': {
              schema: { $ref: refTo('ExecutionResult') },
              examples: {
                finished: { value: EXAMPLES.execution },
                raised: { value: EXAMPLES.failure },
              },
            },
            ...eventStream(EXAMPLES.executionEvents),
          },
        },
        ...failures('BadRequest', 'TooLarge', 'OutOfTime'),
      },
    },
  },
}
