import * as z from 'zod'
import { Given } from '../../answer/given.ts'
import { isFields } from '../../json.ts'

/** How many bytes of base64 or of JSON a text has is the body's to bound. */
const Id = z.string().nullish()

const TextPart = z.looseObject({
  type: z.literal(['input_text', 'output_text', 'text', 'summary_text', 'reasoning_text']),
  text: z.string(),
})

const ImagePart = z
  .looseObject({
    type: z.literal('input_image'),
    image_url: z.string('expected an address, or a `data:` URL').nullish(),
    file_id: Id.describe('A picture that was uploaded.'),
    detail: z.string().nullish(),
  })
  .refine((part) => part.image_url ?? part.file_id, 'expected `image_url` or `file_id`')

const FilePart = z
  .looseObject({
    type: z.literal('input_file'),
    file_id: Id,
    filename: z.string().nullish(),
    file_data: z.string().nullish().describe('The content as base64, or as a `data:` URL.'),
    file_url: z
      .null('a file is not fetched from an address here; expected `file_id` or `file_data`')
      .optional(),
  })
  .refine((part) => part.file_id ?? part.file_data, 'expected `file_id` or `file_data`')

const RefusalPart = z.looseObject({ type: z.literal('refusal'), refusal: z.string() })

const PARTS = ['input_text', 'input_image', 'input_file', 'output_text', 'refusal']

export const ContentPart = z.discriminatedUnion(
  'type',
  [TextPart, ImagePart, FilePart, RefusalPart],
  { error: `expected a part whose type is one of ${listed(PARTS)}` },
)
export type ContentPart = z.infer<typeof ContentPart>

const Content = z.union([z.string(), z.array(ContentPart)], 'expected a text or a list of parts')
export type Content = z.infer<typeof Content>

const Message = z.looseObject({
  type: z.literal('message').default('message'),
  id: Id,
  role: z.enum(['user', 'assistant', 'system', 'developer']),
  content: Content,
})
export type MessageItem = z.infer<typeof Message>

const Upstream = Given.optional()
  .catch(undefined)
  .describe('What the model service wants back with the call.')

const FunctionCall = z.looseObject({
  type: z.literal('function_call'),
  id: Id,
  call_id: z.string().min(1),
  name: z.string().min(1),
  namespace: z.string().nullish(),
  arguments: z.string(),
  upstream: Upstream,
})

const FunctionCallOutput = z.looseObject({
  type: z.literal('function_call_output'),
  id: Id,
  call_id: z.string().min(1),
  output: Content,
})

const CustomCall = z.looseObject({
  type: z.literal('custom_tool_call'),
  id: Id,
  call_id: z.string().min(1),
  name: z.string().min(1),
  namespace: z.string().nullish(),
  input: z.string(),
  upstream: Upstream,
})

const CustomCallOutput = z.looseObject({
  type: z.literal('custom_tool_call_output'),
  id: Id,
  call_id: z.string().min(1),
  output: Content,
})

const Reasoning = z.looseObject({
  type: z.literal('reasoning'),
  id: Id,
  summary: z.array(z.looseObject({ text: z.string() })).nullish(),
  encrypted_content: z.string().nullish(),
})

export const ProgramOutput = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('logs'), logs: z.string() }),
  z.looseObject({ type: z.literal('image'), url: z.string() }),
])

const ProgramCall = z.looseObject({
  type: z.literal('code_interpreter_call'),
  id: Id,
  code: z.string().nullish(),
  container_id: z.string().nullish(),
  outputs: z.array(ProgramOutput).nullish(),
  upstream: Upstream,
})
export type ProgramCall = z.infer<typeof ProgramCall>

const SearchCall = z.looseObject({
  type: z.literal('web_search_call'),
  id: Id,
  action: z
    .looseObject({
      query: z.string().nullish(),
      queries: z.array(z.string()).nullish(),
      sources: z.array(z.looseObject({ url: z.string().optional() })).nullish(),
    })
    .nullish(),
  results: z.array(z.looseObject({})).nullish(),
  upstream: Upstream,
})
export type SearchCall = z.infer<typeof SearchCall>

const Reference = z.looseObject({
  type: z
    .literal('item_reference')
    .default('item_reference')
    .meta({ const: undefined, type: ['string', 'null'], enum: ['item_reference', null] }),
  id: z.string().min(1),
})

const kinds = [
  Message,
  FunctionCall,
  FunctionCallOutput,
  CustomCall,
  CustomCallOutput,
  Reasoning,
  ProgramCall,
  SearchCall,
] as const

const TYPES = [
  'message',
  'function_call',
  'function_call_output',
  'custom_tool_call',
  'custom_tool_call_output',
  'reasoning',
  'code_interpreter_call',
  'web_search_call',
]
const error = `expected an item whose type is one of ${listed([...TYPES, 'item_reference'])}`

/** An item that says what it is, as against a reference to one. */
export const Item = z.discriminatedUnion('type', kinds, { error })
export type Item = z.infer<typeof Item>

/** An item as a request may have it, which a message and a reference may be without saying so. */
export const InputItem = z
  .preprocess(withType, z.discriminatedUnion('type', [...kinds, Reference], { error }))
  .describe('The `type` of messages and of references may be left out.')
export type InputItem = z.infer<typeof InputItem>

/** An item, and where the request has it. */
export interface PlacedItem {
  place: string
  item: Item
}

function withType(item: unknown): unknown {
  if (!isFields(item) || (item['type'] ?? null) !== null) return item
  const isMessage = item['type'] === undefined && item['role'] !== undefined
  if (isMessage) return { ...item, type: 'message' }
  return item['id'] === undefined ? item : { ...item, type: 'item_reference' }
}

function listed(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(', ')
}
