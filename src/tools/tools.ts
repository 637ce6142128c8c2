import type * as z from 'zod'
import {
  codeInterpreter,
  codeInterpreterSpec,
  type CodeInterpreterServices,
} from './code-interpreter.ts'
import type { TimeLimits } from './limits.ts'
import type { Mount } from './mounts.ts'
import type { Tool } from './tool.ts'

/** The tools of this server, as a request asks for them. */
export function builtinSpecs(limits: TimeLimits) {
  return [codeInterpreterSpec(limits)] as const
}
export type BuiltinSpec = z.infer<ReturnType<typeof builtinSpecs>[number]>

export const BUILTIN_TYPES: readonly string[] = ['code_interpreter'] satisfies BuiltinSpec['type'][]

export type ToolServices = CodeInterpreterServices

export function builtinTool(
  spec: BuiltinSpec,
  services: ToolServices,
  mounts: readonly Mount[],
): Tool {
  switch (spec.type) {
    case 'code_interpreter':
      return codeInterpreter(spec, services, mounts)
  }
}
