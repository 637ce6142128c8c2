/** The ids of a response and of its items, which tell whose they are. */
export interface ResponseIds {
  response: string
  /** The id of the item at a place of the output. */
  output: (type: string, index: number) => string
  /** The id of the item at a place of the input. */
  input: (type: string, index: number) => string
}
