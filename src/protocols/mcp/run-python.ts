import * as z from 'zod'
import { codeInterpreter, notes, type CodeInterpreterSpec } from '../../tools/code-interpreter.ts'
import { timeoutFields } from '../../tools/limits.ts'
import { mountFiles, WORKING_FOLDER } from '../../tools/mounts.ts'
import { programArguments } from '../../tools/program.ts'
import { defineTool, type Tool } from '../../tools/tool.ts'
import type { ToolServices } from '../../tools/tools.ts'
import { InputFile, mountRequests } from '../input-file.ts'

const description = (packages: readonly string[]) =>
  [
    ...notes(packages),
    `It starts in ${WORKING_FOLDER}, where its \`files\` are. What it writes there, and open Matplotlib figures, come back with a link (\`url\`): give it to the user as Markdown, since not every client shows pictures.`,
    'To read a file of an earlier call, name it in `files` by its id, which is `file-…` in its link.',
  ].join('\n')

/** The tool that runs a program, with its files and its time in its arguments. */
export function runPython(services: ToolServices): Tool {
  return defineTool({
    kind: 'program',
    name: 'run_python',
    description: description(services.packages),
    arguments: z.object({
      code: z.string().describe('A whole Python program.'),
      files: z
        .array(InputFile)
        .max(100)
        .default([])
        .describe(`Put into \`${WORKING_FOLDER}\`: small content as base64, or a stored file.`),
      timeout_ms: timeoutFields(services.limits).timeout_ms,
    }),
    meaning: programArguments,
    async *run({ code, files, timeout_ms }, signal) {
      const { limits } = services
      const mounts = await mountFiles(mountRequests(files), services.files, limits.maxMountBytes)
      const spec = {
        type: 'code_interpreter',
        timeout_ms,
        file_ids: [],
      } satisfies CodeInterpreterSpec
      const tool = codeInterpreter(spec, services, mounts)
      yield* tool.call(JSON.stringify({ code }), signal)
    },
  })
}
