import { ApiError } from '../errors.ts'

/** What came as an object of JSON: items, and responses, in OpenAI's shape, which is nothing to whoever keeps them. */
export type JsonObject = Readonly<Record<string, unknown>>

interface NewResponse {
  /** As `newId` makes it. */
  id: string
  /** In seconds since 1970. */
  createdAt: number
  previousResponseId: string | null
  conversationId: string | null
  /** The items that this response was asked with, each with an id. */
  input: readonly JsonObject[]
  /** The whole response as it is sent, with all that may be asked for later. */
  body: JsonObject
}

export interface StoredResponse extends NewResponse {
  expiresAt: number
}

/** A file in a container, by its id among the owner's files. */
export interface ContainerFile {
  id: string
  /**
   * By a program, by an upload into the container, or from among the files that its owner had. What is attached stays
   * when the container goes.
   */
  kind: 'made' | 'uploaded' | 'attached'
}

interface NewContainer {
  /** As `newId` makes it. */
  id?: string
  name: string
  /** How long it is kept after its last use, which is never longer than files are. */
  minutes?: number
  files?: readonly ContainerFile[]
}

export interface StoredContainer {
  id: string
  name: string
  createdAt: number
  lastActiveAt: number
  minutes: number
}

export interface StoredConversation {
  id: string
  createdAt: number
  metadata: Readonly<Record<string, string>>
}

interface NewConversation {
  metadata: Readonly<Record<string, string>>
  items: readonly JsonObject[]
}

/** It is larger than anything that is kept. */
export class RecordTooLarge extends ApiError {
  constructor(maxBytes: number) {
    super(`This is more than is kept in one piece here, which is ${maxBytes} bytes.`, {
      status: 413,
      code: 'record_too_large',
    })
  }
}

/**
 * What is kept for one owner of answers and what belongs to them, each until it expires or is deleted, and then it never
 * was. For an owner who has as much as may be kept, the oldest goes. Any string may be asked for as an id.
 *
 * A call rejects when the storage fails (`StorageFailed`, which the log has been told) or with `RecordTooLarge`.
 */
export interface OwnState {
  putResponse(response: NewResponse): Promise<void>
  getResponse(id: string): Promise<StoredResponse | null>
  /** Whether there was one. */
  deleteResponse(id: string): Promise<boolean>
  /** An item of a response or a conversation, by an id that this server gave it. */
  getItem(id: string): Promise<JsonObject | null>

  createContainer(details: NewContainer): Promise<StoredContainer>
  container(id: string): Promise<StoredContainer | null>
  /** A page of them, by age, as far as it is read. */
  containers(page: ContainerPage): AsyncIterable<StoredContainer>
  /** What is in a container, the oldest first. A file may have expired. */
  containerFiles(id: string): Promise<readonly ContainerFile[]>
  /** Notes a use, and what came into the container by it; null when there is no such container. */
  touchContainer(id: string, added: readonly ContainerFile[]): Promise<StoredContainer | null>
  /** Takes a file out of a container, whose it need not be. */
  removeContainerFile(id: string, fileId: string): Promise<void>
  deleteContainer(id: string): Promise<boolean>

  createConversation(details: NewConversation): Promise<StoredConversation>
  conversation(id: string): Promise<StoredConversation | null>
  setMetadata(
    id: string,
    metadata: Readonly<Record<string, string>>,
  ): Promise<StoredConversation | null>
  /** In the order in which they were added, each id once; null when there is no such conversation. */
  conversationItems(id: string): Promise<readonly JsonObject[] | null>
  /** Adds items, which get ids where they have none, and returns them; null when there is no such conversation. */
  appendItems(id: string, items: readonly JsonObject[]): Promise<readonly JsonObject[] | null>
  deleteItem(id: string, itemId: string): Promise<boolean>
  deleteConversation(id: string): Promise<boolean>
}

interface ContainerPage {
  /** The id that the page before ended with. */
  after?: string
  order: 'asc' | 'desc'
}
