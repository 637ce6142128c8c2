import type * as z from 'zod'
import type { SearchProvider } from '../search/provider.ts'
import {
  codeInterpreter,
  codeInterpreterSpec,
  type CodeInterpreterServices,
} from './code-interpreter.ts'
import type { TimeLimits, ToolLimits } from './limits.ts'
import type { Mount } from './mounts.ts'
import type { FetchPicture } from './picture.ts'
import type { Tool } from './tool.ts'
import { notConfigured, webSearch, WebSearchSpec } from './web-search.ts'

/** The tools of this server, as a request asks for them. */
export function builtinSpecs(limits: TimeLimits) {
  return [codeInterpreterSpec(limits), WebSearchSpec] as const
}
export type BuiltinSpec = z.infer<ReturnType<typeof builtinSpecs>[number]>

export const BUILTIN_TYPES: readonly string[] = [
  'code_interpreter',
  'web_search',
] satisfies BuiltinSpec['type'][]

export interface ToolServices extends CodeInterpreterServices {
  limits: ToolLimits
  /** How pictures of messages are had. */
  fetchPicture: FetchPicture
  /** Null where no search service is configured. */
  search: SearchProvider | null
}

/** What a tool of one request stands on. */
export interface ToolContext {
  services: ToolServices
  mounts: readonly Mount[]
  /** Whether programs find the files that those before them have made. */
  keepsFiles?: boolean
  /** Where the request asks for it, in OpenAI's notation. */
  param: string
}

/** @throws ApiError 400 for a tool that this deployment does not have */
export function builtinTool(
  spec: BuiltinSpec,
  { services, mounts, keepsFiles = false, param }: ToolContext,
): Tool {
  switch (spec.type) {
    case 'code_interpreter':
      return codeInterpreter(spec, services, mounts, keepsFiles)
    case 'web_search':
      if (!services.search) throw notConfigured(param)
      return webSearch(spec, services.search)
  }
}
