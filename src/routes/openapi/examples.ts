import { FILE_ID } from '../../protocols/executions/examples.ts'

/** Values that are true to the schemas, as the document shows them; a test holds them to it. */

const file = {
  id: FILE_ID,
  object: 'file',
  bytes: 8,
  created_at: 1_795_000_000,
  expires_at: 1_795_604_800,
  filename: 'numbers.csv',
  purpose: 'user_data',
  status: 'processed',
}

const model = { id: 'gpt-4o', object: 'model', created: 1_715_367_049, owned_by: 'system' }

export const EXAMPLES = {
  file,
  fileList: { object: 'list', data: [file], first_id: file.id, last_id: file.id, has_more: false },
  deleted: { id: file.id, object: 'file', deleted: true },
  deletedList: {
    object: 'list',
    data: [{ id: file.id, object: 'file', deleted: true }],
    has_more: false,
  },
  model,
  modelList: { object: 'list', data: [model] },
  error: {
    error: {
      message: "Invalid 'tools[0].timeout_ms': Too small: expected number to be >=100.",
      type: 'invalid_request_error',
      param: 'tools[0].timeout_ms',
      code: 'invalid_value',
    },
  },
}
