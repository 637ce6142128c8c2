import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { timing } from 'hono/timing'
import { allowOrigins } from './auth/cors.ts'
import { requireCaller } from './auth/require-caller.ts'
import { requireOrigin } from './auth/require-origin.ts'
import { ApiError } from './errors.ts'
import { errorResponse } from './protocols/error-body.ts'
import { mcpErrorResponse } from './protocols/mcp/errors.ts'
import { chatCompletions } from './routes/chat-completions.ts'
import { containerFiles } from './routes/container-files.ts'
import { containers } from './routes/containers.ts'
import type { Variables } from './routes/context.ts'
import { conversations } from './routes/conversations.ts'
import { notHere } from './routes/elsewhere.ts'
import { executions } from './routes/executions.ts'
import { fileContent, signedOr } from './routes/file-content.ts'
import { files } from './routes/files.ts'
import { keptResponses } from './routes/kept-responses.ts'
import { mcp } from './routes/mcp.ts'
import { listModels, retrieveModel } from './routes/models.ts'
import { openApi } from './routes/openapi/openapi.ts'
import { report } from './routes/report.ts'
import { requestId } from './routes/request-id.ts'
import { requestLog } from './routes/request-log.ts'
import { responses } from './routes/responses.ts'
import type { Services } from './services.ts'
import { VERSION } from './version.ts'

/** Where MCP is spoken, and errors are written as it has them. */
const MCP = '/mcp'

/** What a form adds to the file that it carries. */
const FORM_BYTES = 64 * 1024

/** Every middleware and route, in the order a request meets them. */
export function createApp(services: Services) {
  const app = new Hono<{ Variables: Variables }>()
  const { limits } = services
  const known = requireCaller(services, 'here')
  const knownUpstream = requireCaller(services, 'upstream')
  const json = upTo(
    limits.maxBodyBytes,
    'Upload files to /v1/files first, and name them by their ids.',
  )
  const form = upTo(limits.maxFileBytes + FORM_BYTES, 'Upload less, or several smaller files.')
  const file = files(services)
  const response = keptResponses(services)
  const conversation = conversations(services)
  const container = containers(services)
  const containerFile = containerFiles(services)

  app.onError((error, c) => {
    report(error, c.get('requestId'))
    return c.req.path === MCP ? mcpErrorResponse(error) : errorResponse(error)
  })
  app.notFound((c) => errorResponse(notHere(c.req.path)))
  app.use(requestId)
  // Asked every second by those who watch over the server, and not worth a line of the log.
  app.get('/healthz', (c) => c.json({ status: 'ok', version: VERSION }))
  app.use(requestLog((entry) => services.log(JSON.stringify(entry))))
  app.use(timing({ totalDescription: '' }))
  app.use(allowOrigins(services.corsOrigins))
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (_, methods) => errorResponse(wrongMethod(methods)),
    }),
  )

  app.get('/openapi.json', openApi(services))

  app.post('/v1/chat/completions', knownUpstream, json, chatCompletions(services))
  app.post('/v1/responses', knownUpstream, json, responses(services))
  app.get('/v1/models', knownUpstream, listModels(services))
  app.get('/v1/models/:id{.+}', knownUpstream, retrieveModel(services))

  app.post('/v1/executions', known, json, executions(services))
  app.post(MCP, requireOrigin(services), known, json, mcp(services))

  app.post('/v1/files', known, form, file.upload)
  app.get('/v1/files', known, file.list)
  app.delete('/v1/files', known, file.removeMany)
  app.get('/v1/files/:id', known, file.retrieve)
  app.delete('/v1/files/:id', known, file.remove)
  app.get('/v1/files/:id/content', signedOr(services, known), fileContent(services))

  // Whatever else there is below this address at OpenAI, there is not here.
  const aResponse = String.raw`/v1/responses/:id{resp_\w+}`
  app.get(aResponse, known, response.retrieve)
  app.delete(aResponse, known, response.remove)
  app.post(`${aResponse}/cancel`, known, response.cancel)
  app.get(`${aResponse}/input_items`, known, response.inputItems)

  app.post('/v1/conversations', known, json, conversation.create)
  app.get('/v1/conversations/:id', known, conversation.retrieve)
  app.post('/v1/conversations/:id', known, json, conversation.update)
  app.delete('/v1/conversations/:id', known, conversation.remove)
  app.post('/v1/conversations/:id/items', known, json, conversation.addItems)
  app.get('/v1/conversations/:id/items', known, conversation.listItems)
  app.get('/v1/conversations/:id/items/:item', known, conversation.retrieveItem)
  app.delete('/v1/conversations/:id/items/:item', known, conversation.removeItem)

  app.post('/v1/containers', known, json, container.create)
  app.get('/v1/containers', known, container.list)
  app.get('/v1/containers/:id', known, container.retrieve)
  app.delete('/v1/containers/:id', known, container.remove)
  app.post('/v1/containers/:id/files', known, form, containerFile.create)
  app.get('/v1/containers/:id/files', known, containerFile.list)
  app.get('/v1/containers/:id/files/:file', known, containerFile.retrieve)
  app.delete('/v1/containers/:id/files/:file', known, containerFile.remove)
  app.get('/v1/containers/:id/files/:file/content', known, containerFile.content)

  return app
}

/** What answers when the configuration is not one to serve with: every request, and the log says why. */
export function createRefusal() {
  const app = new Hono<{ Variables: Variables }>()
  app.use(requestId)
  app.all('*', () => errorResponse(MISCONFIGURED))
  return app
}

const MISCONFIGURED = new ApiError(
  'This server is not configured correctly; its log says what is wrong.',
  {
    status: 503,
    code: 'server_misconfigured',
  },
)

function wrongMethod(methods: readonly string[]): ApiError {
  const allow = methods.join(', ')
  return new ApiError(`This address answers to ${allow} only.`, {
    status: 405,
    code: 'method_not_allowed',
    headers: { allow },
  })
}

/** Refuses a body of more bytes, with what to do instead. */
function upTo(maxBytes: number, advice: string) {
  const onError = () => {
    throw new ApiError(`A request body may have ${maxBytes} bytes here. ${advice}`, {
      status: 413,
      code: 'request_too_large',
    })
  }
  return bodyLimit({ maxSize: maxBytes, onError })
}
