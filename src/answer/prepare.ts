import type { Fields } from '../model/fields.ts'
import type { Message } from '../model/messages.ts'
import { mountFiles, type Mount } from '../tools/mounts.ts'
import type { Tool } from '../tools/tool.ts'
import { builtinTool, type ToolServices } from '../tools/tools.ts'
import { messageFiles, tellOfFiles } from './message-files.ts'
import { messagePictures, tellOfPictures } from './message-pictures.ts'
import { isBuiltin, nameOf, type AnswerRequest, type ToolSpec } from './request.ts'
import { withStoredPictures } from './stored-pictures.ts'

/** A request made ready for the rounds. */
export interface Preparation {
  messages: Message[]
  /** The tools that are run here. */
  tools: Tool[]
  /** The names of the tools that are the client's to run. */
  clientToolNames: string[]
  /** All tools as the upstream reads of them, in the client's order. */
  declarations: object[]
  /** The request's other parameters. */
  parameters: Fields
}

export async function prepare(
  { messages: asked, tools: specs, keepsFiles, parameters }: AnswerRequest,
  services: ToolServices,
  signal: AbortSignal,
): Promise<Preparation> {
  const { maxMountBytes } = services.limits
  const messages = await withStoredPictures(asked, services.files, maxMountBytes)
  // Without the interpreter nobody but the model could read a file.
  const runsPrograms = specs.some(({ type }) => type === 'code_interpreter')
  const attached = runsPrograms ? messageFiles(messages) : []
  const wanted = [...toolFiles(specs), ...attached]
  const mounts = await mountFiles(wanted, services.files, maxMountBytes)
  const files = [...new Set(mounts)]
  const given = messages.map(({ message }) => message)
  const pictures = runsPrograms
    ? await messagePictures(given, services.fetchPicture, room(files, services.limits), signal)
    : new Map<string, Mount>()
  const told = runsPrograms
    ? tellOfFiles(messages, mounts.slice(mounts.length - attached.length))
    : given

  const context = { services, mounts: [...files, ...pictures.values()], keepsFiles }
  const tools = specs.flatMap((spec, index) =>
    isBuiltin(spec) ? [builtinTool(spec, { ...context, param: `tools[${index}]` })] : [],
  )
  return {
    messages: told.map((message) => tellOfPictures(message, pictures)),
    tools,
    clientToolNames: specs.filter((spec) => !isBuiltin(spec)).map(nameOf),
    declarations: specs.map((spec) => declarationOf(spec, tools)),
    parameters,
  }
}

/** What the files of a sandbox leave for pictures. */
function room(files: readonly Mount[], { maxMountBytes }: ToolServices['limits']) {
  const used = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  return { maxBytes: maxMountBytes - used, taken: files.map(({ name }) => name) }
}

function toolFiles(specs: readonly ToolSpec[]) {
  return specs.flatMap((spec, index) =>
    spec.type === 'code_interpreter'
      ? [
          ...named(spec.file_ids, `tools[${index}].file_ids`),
          ...named(spec.container?.file_ids ?? [], `tools[${index}].container.file_ids`),
        ]
      : [],
  )
}

function named(fileIds: readonly string[], param: string) {
  return fileIds.map((fileId, position) => ({ param: `${param}[${position}]`, fileId }))
}

function declarationOf(spec: ToolSpec, tools: readonly Tool[]): object {
  const tool = tools.find(({ name }) => name === nameOf(spec))
  if (!tool) return spec
  const { name, description, parameters } = tool
  return { type: 'function', function: { name, description, parameters } }
}
