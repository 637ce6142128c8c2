import * as z from 'zod'
import { Usage } from '../python-runtime/protocol.ts'

const Answer = z.object({
  stdout: z.string(),
  results: z.array(z.looseObject({ png: z.string().optional() })),
  error: z.null(),
  usage: Usage,
})
export type Answer = z.infer<typeof Answer>

/** A file that is sent along; `data` is base64. */
export interface InputFile {
  name: string
  data: string
}

/** Runs a program in a fresh sandbox, as a client does. Rejects when the program or the server fails. */
export async function execute(
  url: string,
  code: string,
  files: readonly InputFile[] = [],
): Promise<Answer> {
  const response = await fetch(`${url}/v1/executions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, files }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`The server answered ${response.status}: ${text}`)
  return Answer.parse(JSON.parse(text))
}

/** The same for a chart; its picture has to be there. */
export async function executeChart(
  url: string,
  code: string,
  files: readonly InputFile[] = [],
): Promise<Answer> {
  const answer = await execute(url, code, files)
  if (!answer.results.some(({ png }) => png)) throw new Error('The answer has no chart.')
  return answer
}
