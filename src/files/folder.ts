import * as z from 'zod'
import { parseJson } from '../json.ts'

/**
 * A folder on a disk, as workerd offers it to a Worker: GET, HEAD and DELETE of a file, PUT of a whole file or of none
 * of it, and GET of a folder for a list of what is in it.
 */
export interface Folder {
  fetch(url: string, init?: RequestInit): Promise<Response>
}

const Listing = z.array(z.object({ name: z.string() }))

/** Whether there is such a file. Throws when the disk cannot do what it is asked for. */
export function found(response: Response): boolean {
  if (response.ok) return true
  if (response.status === 404) return false
  throw new Error(`The folder of files answers with status ${response.status}.`)
}

/** What a file or a list of files has, which the disk takes for bytes of any kind. */
export async function text({ body }: Response): Promise<string> {
  return new Response(body).text()
}

/** The names of what is in a folder, in any order; none when there is no such folder. */
export async function namesIn(folder: Folder, url: string): Promise<string[]> {
  const response = await folder.fetch(url)
  const entries = found(response) ? Listing.parse(parseJson(await text(response))) : []
  return entries.map(({ name }) => name)
}
