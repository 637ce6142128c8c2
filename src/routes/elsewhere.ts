import { ApiError } from '../errors.ts'

const CHAT = 'ask `POST /v1/chat/completions` instead'

/** Addresses of OpenAI's API that are not here, by how they begin, and what to use in their place. */
const INSTEAD: Record<string, string> = {
  '/v1/responses':
    '`POST` makes a response, whose id begins with `resp_`, and by its id it is read and deleted',
  '/v1/completions': CHAT,
  '/v1/assistants': `${CHAT}, with \`{"type": "code_interpreter"}\` in \`tools\``,
  '/v1/threads': `${CHAT}, with the earlier messages in \`messages\``,
  '/v1/vector_stores':
    'a program can read files: upload them to `/v1/files` and name them in `file_ids`',
  '/v1/uploads': 'files go to `POST /v1/files` in one piece',
  '/v1/batches': `${CHAT}, once for each of its requests`,
  '/v1/embeddings': 'ask the model service itself',
  '/v1/moderations': 'ask the model service itself',
  '/v1/images': 'ask the model service itself',
  '/v1/audio': 'ask the model service itself',
  '/v1/videos': 'ask the model service itself',
  '/v1/fine_tuning': 'ask the model service itself',
  '/v1/realtime': CHAT,
  '/v1/chat/completions': '`POST` is all that it answers to: no completions are kept here',
  '/chat/completions': 'the address begins with `/v1`: set it as the base URL',
  '/models': 'the address begins with `/v1`: set it as the base URL',
  '/files': 'the address begins with `/v1`: set it as the base URL',
}

/** The 404 for an address that is not here, which says what is there for it if it is one of OpenAI's. */
export function notHere(path: string): ApiError {
  const known = Object.keys(INSTEAD).find((start) => path === start || path.startsWith(`${start}/`))
  const advice = known === undefined ? '' : ` Here is no ${known}; ${INSTEAD[known]}.`
  return new ApiError(`There is nothing at this address.${advice}`, {
    status: 404,
    code: 'not_found',
  })
}
