import * as z from 'zod'
import { ApiError } from '../errors.ts'
import type { AppContext } from './context.ts'

/** How OpenAI's lists are asked for a page. */
export const PageQuery = z.object({
  after: z.string().optional().describe('The id that the page before ended with.'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  order: z.enum(['asc', 'desc']).default('desc').describe('By age; `desc` has the newest first.'),
})

/** The query of a request as `schema` understands it, or the 400 a client can act on. */
export function readQuery<Schema extends z.ZodType>(
  c: AppContext,
  schema: Schema,
): z.infer<Schema> {
  const query = schema.safeParse(c.req.query())
  if (query.success) return query.data
  const [issue] = query.error.issues
  const param = String(issue?.path[0])
  throw new ApiError(`Invalid '${param}': ${issue?.message}.`, {
    status: 400,
    code: 'invalid_value',
    param,
  })
}

/** A list as OpenAI writes it. */
export interface ListObject<Item> {
  object: 'list'
  data: Item[]
  first_id: string | null
  last_id: string | null
  has_more: boolean
}

export function listOf<Item extends { id?: unknown }>(
  data: Item[],
  hasMore: boolean,
): ListObject<Item> {
  const idOf = (item?: Item) => (typeof item?.id === 'string' ? item.id : null)
  return {
    object: 'list',
    data,
    first_id: idOf(data.at(0)),
    last_id: idOf(data.at(-1)),
    has_more: hasMore,
  }
}

/** The page of what is there as a whole, the oldest first. */
export function pageOf<Item extends { id?: unknown }>(
  items: readonly Item[],
  { after, limit, order }: z.infer<typeof PageQuery>,
): ListObject<Item> {
  const ordered = order === 'asc' ? items : items.toReversed()
  const before = after === undefined ? -1 : ordered.findIndex(({ id }) => id === after)
  // From the beginning, a client that reads page by page would never come to an end.
  if (after !== undefined && before === -1) {
    throw new ApiError("Invalid 'after': there is nothing with this id in the list.", {
      status: 400,
      code: 'invalid_value',
      param: 'after',
    })
  }
  const start = before + 1
  return listOf(ordered.slice(start, start + limit), start + limit < ordered.length)
}

/** The page that begins what is read one by one, of which no more is read. */
export async function firstOf<Item extends { id?: unknown }>(
  items: AsyncIterable<Item>,
  limit: number,
): Promise<ListObject<Item>> {
  const data: Item[] = []
  for await (const item of items) {
    if (data.length === limit) return listOf(data, true)
    data.push(item)
  }
  return listOf(data, false)
}
