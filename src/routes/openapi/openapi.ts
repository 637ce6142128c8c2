import type { AppContext } from '../context.ts'
import { openApiDocument, type RequestLimits } from './document.ts'

/** GET /openapi.json */
export function openApi({ limits }: { limits: RequestLimits }) {
  // Written when it is first asked for: most isolates never are.
  let document: ReturnType<typeof openApiDocument> | undefined
  return (c: AppContext): Response => c.json((document ??= openApiDocument(limits)))
}
