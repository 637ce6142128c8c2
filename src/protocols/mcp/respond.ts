import * as z from 'zod'
import { VERSION } from '../../version.ts'
import { CODES, resultMessage, RpcError } from './json-rpc.ts'
import type { Call } from './request.ts'
import type { ServerTool } from './server-tool.ts'
import type { Progress } from './stream.ts'
import { agreedVersion, STATELESS_VERSION } from './versions.ts'

const SERVER = {
  name: 'open-code-interpreter',
  title: 'Open code interpreter',
  version: VERSION,
}
const CAPABILITIES = { tools: {} }
const INSTRUCTIONS =
  'Runs Python for what has to be computed, parsed, converted or drawn. Give the user the links that a program comes back with.'

/** For how long a client may keep what it is told of the server: the date is in what is said of a search. */
const CACHED = { ttlMs: 60 * 60 * 1000, cacheScope: 'private' }

const InitializeParams = z.looseObject({ protocolVersion: z.string() })
const CallParams = z.looseObject({ name: z.string(), arguments: z.looseObject({}).default({}) })

/**
 * The messages that answer a call: what tells of its progress, where that is asked for, and last the response.
 *
 * @throws RpcError for what is not asked rightly
 */
export async function* respond(
  call: Call,
  tools: readonly ServerTool[],
  progress: Progress | null,
  signal: AbortSignal,
): AsyncGenerator<object> {
  if (call.method !== 'tools/call') {
    yield resultMessage(call.id, answerTo(call, tools))
    return
  }
  const { name, arguments: args } = read(CallParams, call)
  const tool = tools.find(({ declaration }) => declaration.name === name)
  if (!tool) throw invalidParams(call, `There is no tool ${JSON.stringify(name)}`)
  for await (const step of tool.call(args, signal)) {
    if (step.type === 'result') yield resultMessage(call.id, complete(call, step.result))
    else if (progress) yield* pieces(step.message).map((piece) => progress.tell(piece))
  }
}

/** What is told at once; a client takes only so much in one message. */
const PIECE = /[^]{1,16000}/gu

function pieces(text: string): string[] {
  return text.match(PIECE) ?? []
}

/** The answer to everything that is answered at once. */
function answerTo(call: Call, tools: readonly ServerTool[]): object {
  const method = `${call.era} ${call.method}`
  switch (method) {
    case 'stateless server/discover':
      return complete(call, {
        supportedVersions: [STATELESS_VERSION],
        capabilities: CAPABILITIES,
        instructions: INSTRUCTIONS,
        ...CACHED,
      })
    case 'stateless tools/list':
      return complete(call, { ...list(tools), ...CACHED })
    case 'handshake tools/list':
      return list(tools)
    case 'handshake initialize': {
      const { protocolVersion } = read(InitializeParams, call)
      return {
        protocolVersion: agreedVersion(protocolVersion),
        capabilities: CAPABILITIES,
        serverInfo: SERVER,
        instructions: INSTRUCTIONS,
      }
    }
    case 'handshake ping':
      return {}
    default:
      throw new RpcError(`There is no method ${JSON.stringify(call.method)} here.`, {
        code: CODES.methodNotFound,
        status: call.era === 'stateless' ? 404 : 200,
        id: call.id,
      })
  }
}

function list(tools: readonly ServerTool[]): object {
  return { tools: tools.map(({ declaration }) => declaration) }
}

/** A result with what each has in the stateless version. */
function complete({ era }: Call, result: object): object {
  if (era === 'handshake') return result
  const meta = { 'io.modelcontextprotocol/serverInfo': SERVER }
  return { resultType: 'complete', ...result, _meta: meta }
}

function read<Schema extends z.ZodType>(schema: Schema, call: Call): z.infer<Schema> {
  const params = schema.safeParse(call.params)
  if (params.success) return params.data
  throw invalidParams(call, z.prettifyError(params.error))
}

function invalidParams({ id }: Call, problem: string): RpcError {
  return new RpcError(`Invalid params: ${problem}.`, { code: CODES.invalidParams, status: 200, id })
}
