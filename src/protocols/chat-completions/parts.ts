import type { Citation } from '../../answer/citations.ts'
import type { Alongside } from '../../answer/events.ts'
import type { Fields } from '../../model/fields.ts'
import type { Identity } from '../../model/model.ts'

/** Who answers, in OpenAI's words. */
export function identityFields({ model, fingerprint, serviceTier }: Identity): object {
  return {
    ...(model !== undefined && { model }),
    ...(fingerprint !== undefined && { system_fingerprint: fingerprint }),
    ...(serviceTier !== undefined && { service_tier: serviceTier }),
  }
}

/** OpenAI's annotation for a place that cites a page, in a content in which its text begins at `offset`. */
export function annotation({ start, end, title, url }: Citation, offset: number): object {
  return {
    type: 'url_citation',
    url_citation: { start_index: offset + start, end_index: offset + end, title, url },
  }
}

/** The fields of a piece of a message. */
export function textFields(text: string, { extra }: Alongside): Fields {
  return { ...(text !== '' && { content: text }), ...extra }
}

/** The same for what the model says to itself, under the service's name for it. */
export function reasoningFields(text: string, field: string, { extra }: Alongside): Fields {
  return { ...(text !== '' && { [field]: text }), ...extra }
}
