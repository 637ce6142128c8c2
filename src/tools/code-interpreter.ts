import * as z from 'zod'
import { ApiError } from '../errors.ts'
import { FileId, type FileStore } from '../files/store.ts'
import { toBase64 } from './base64.ts'
import { containerFields } from './container-fields.ts'
import {
  runExecution,
  type ExecutionResult,
  type ExecutionServices,
  type ResultFile,
} from './execution.ts'
import { timeoutFields, timeouts, type TimeLimits, type ToolLimits } from './limits.ts'
import { MadeFiles } from './made-files.ts'
import { WORKING_FOLDER, type Mount } from './mounts.ts'
import { programArguments } from './program.ts'
import { isPicture, renderExecution } from './render-result.ts'
import { defineTool, type SavedPicture, type Tool, type ToolOutcome } from './tool.ts'

const FileIds = z
  .array(z.string())
  .max(100)
  .default([])
  .describe('Uploaded files, put into `/mnt/data` of every sandbox of the request.')

/** How OpenAI's other API writes the same. What a sandbox has is less than the least that it may ask for there. */
const Container = z
  .strictObject(
    {
      type: z.literal('auto'),
      file_ids: FileIds,
      ...containerFields,
    },
    { error: (issue) => (issue.code === 'invalid_type' ? AUTO : undefined) },
  )
  .describe("OpenAI's form of `file_ids`.")

const AUTO = 'expected {"type": "auto"}: no container stays from one program to the next'

export function codeInterpreterSpec(limits: TimeLimits) {
  return z.strictObject({
    type: z.literal('code_interpreter'),
    ...timeoutFields(limits),
    file_ids: FileIds,
    container: Container.optional(),
    show: z
      .literal('markdown')
      .optional()
      .describe('Puts the program and what it prints into `content` too, as folded Markdown.'),
  })
}
export type CodeInterpreterSpec = z.infer<ReturnType<typeof codeInterpreterSpec>>

export interface CodeInterpreterServices extends ExecutionServices {
  limits: ToolLimits
  /** What the model is told of that is installed. */
  packages: readonly string[]
}

/** @param keepsFiles whether programs find the files that those before them have made */
export function codeInterpreter(
  spec: CodeInterpreterSpec,
  services: CodeInterpreterServices,
  mounts: readonly Mount[],
  keepsFiles = false,
): Tool {
  const times = timeouts(spec, services.limits)
  const made = new MadeFiles(mounts, services.files, services.limits.maxMountBytes)
  let figures = 0

  return defineTool({
    kind: 'program',
    name: 'code_interpreter',
    description: describe(times.timeoutMs, mounts, keepsFiles, services.packages),
    arguments: z.object({ code: z.string().describe('A whole Python program.') }),
    meaning: programArguments,
    async *run({ code }, signal) {
      const events = runExecution(
        { code, files: await made.mounts(), ...times },
        { ...services, firstFigure: figures + 1 },
        signal,
      )
      for await (const event of events) {
        if (event.type === 'done') {
          if (keepsFiles) made.add(event.execution.results)
          figures += event.execution.results.filter(isPicture).length
          yield { type: 'outcome', outcome: await outcome(event.execution, services.files) }
        } else {
          yield event
        }
      }
    },
  })
}

/** What a model has to know of every sandbox. */
const common = (packages: readonly string[]) => [
  "Runs Python 3.14 in a fresh sandbox; returns stdout, stderr, the last expression's value, tracebacks.",
  `Installed: ${packages.join(', ')}. No network, pip, threads, processes, input().`,
  "pandas is 3.0: text has dtype str, not object; frequencies are 'ME', 'h', 'min'; df[a][b] = x changes nothing, df.loc[b, a] = x does; applymap, append, fillna(method=) are gone.",
  'NumPy is 2.4: trapezoid, isin for trapz, in1d; float() of an array of one fails; argsort, searchsorted, factorize give int32.',
]

/** The same for one that keeps nothing. */
export const notes = (packages: readonly string[]): string[] => [
  ...common(packages),
  'Nothing survives a call: import and load anew.',
]

const keepingNotes = (packages: readonly string[]) => [
  ...common(packages),
  `Of a call, the files in ${WORKING_FOLDER} survive, and nothing else: import and load anew.`,
]

/** All that the model is told of its sandbox: here, so that the client's own instructions stay as they are. */
function describe(
  timeoutMs: number,
  mounts: readonly Mount[],
  keepsFiles: boolean,
  packages: readonly string[],
): string {
  const files = mounts.map(({ name, bytes }) => `${WORKING_FOLDER}/${name} (${bytes.length} bytes)`)
  return [
    ...(keepsFiles ? keepingNotes : notes)(packages),
    `It starts in ${WORKING_FOLDER}. Files it writes and open Matplotlib figures are shown to the user without links in the answer.`,
    `Stopped after ${timeoutMs / 1000} seconds.`,
    files.length > 0 ? `Files of the user: ${files.join(', ')}.` : '',
  ]
    .filter(Boolean)
    .join('\n')
}

async function outcome(execution: ExecutionResult, files: FileStore): Promise<ToolOutcome> {
  // A program that shows no figure has mostly saved the one it made.
  const { results } = execution
  const saved = results.some(isPicture) ? [] : results.flatMap(({ file }) => file ?? [])
  const pictures = await Promise.all(
    saved.filter(isSmallPicture).map((file) => savedPicture(file, files)),
  )
  return {
    type: 'program',
    forModel: renderExecution(execution),
    execution,
    savedPictures: pictures.filter((picture) => picture !== null),
  }
}

const INLINE_TYPES = ['image/png', 'image/jpeg']
const MAX_INLINE_BYTES = 5 * 1024 * 1024

function isSmallPicture({ mime_type, bytes }: ResultFile): boolean {
  return INLINE_TYPES.includes(mime_type) && bytes <= MAX_INLINE_BYTES
}

/** Null for one that the storage does not give back: its link is in the answer all the same. */
async function savedPicture(file: ResultFile, files: FileStore): Promise<SavedPicture | null> {
  try {
    const content = await files.open(FileId.parse(file.id))
    const bytes = new Uint8Array(await new Response(content).arrayBuffer())
    const format = file.mime_type === 'image/png' ? 'png' : 'jpeg'
    return { file, format, base64: toBase64(bytes) }
  } catch (error) {
    if (error instanceof ApiError) return null
    throw error
  }
}
