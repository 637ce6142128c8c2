/** A call as a model has written it into its text. */
export interface WrittenCall {
  name: string
  arguments: string
}

/** A text in which calls are written, taken apart. */
export interface Written {
  /** What is left for the reader. */
  text: string
  reasoning: string
  calls: WrittenCall[]
}
