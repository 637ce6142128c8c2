import type { Fields } from '../../model/fields.ts'

/** An event of the stream that has no number yet. */
export interface Told {
  type: string
  [field: string]: unknown
}

/** What every event says that belongs to an item. */
export interface ItemPlace {
  output_index: number
  item_id: string
}

/** An item at its end: as it is sent, and as it is kept, which is with all that it may be asked for later. */
export interface WrittenItem {
  sent: Fields
  kept: Fields
}

export type ItemStatus = 'completed' | 'incomplete' | 'failed'

/** An item begins, and here is what is known of it. */
export function itemAdded({ output_index }: ItemPlace, item: Fields): Told {
  return { type: 'response.output_item.added', output_index, item }
}

export function itemDone({ output_index }: ItemPlace, item: Fields): Told {
  return { type: 'response.output_item.done', output_index, item }
}
