import * as z from 'zod'
import { ApiError } from '../errors.ts'

export const FileId = z
  .string()
  .regex(/^file-[0-9a-z]{24}$/)
  .brand<'FileId'>()
export type FileId = z.infer<typeof FileId>

/** What the files of programs are for, in OpenAI's words. */
export const OUTPUT_PURPOSE = 'assistants_output'

export interface StoredFile {
  id: FileId
  name: string
  mimeType: string
  bytes: number
  purpose: string
  /** In seconds since 1970, as OpenAI writes it. */
  createdAt: number
  expiresAt: number
}

export interface FileDetails {
  /** Any name; the store keeps a safe one. */
  name: string
  purpose: string
  /** How long it is kept, which is never longer than the store keeps any. */
  ttlSeconds?: number
}

export interface NewFile extends FileDetails {
  content: Uint8Array
}

/** The content of a file on its way in. There is no file until it is kept. */
export interface Intake {
  write(bytes: Uint8Array): Promise<void>
  keep(details: FileDetails): Promise<StoredFile>
  /** Forgets what was written, also when it could not be kept. */
  drop(): Promise<void>
}

/** Is told of a record that is none, which a store passes over. */
export type ReportRecord = (problem: Error) => void

/** A part of a file: `length` bytes from `offset`. */
export interface ByteRange {
  offset: number
  length: number
}

/** The owner has no room for another file. */
export class StorageFull extends ApiError {
  constructor(limit: string) {
    super(`There is no room for this file: ${limit}. Delete files, or wait until some expire.`, {
      status: 413,
      code: 'storage_full',
      param: 'file',
    })
  }
}

/**
 * The files of one owner. A file is there until it expires or is deleted, and then it never was. A store that
 * limits its owner rejects what is too much with `StorageFull`.
 */
export interface FileStore {
  put(file: NewFile): Promise<StoredFile>
  /** Takes a file in piece by piece, whatever else there is to know of it. */
  receive(): Intake
  find(id: FileId): Promise<StoredFile | null>
  /** The bytes of a file, or of a part that lies within it. */
  open(id: FileId, range?: ByteRange): Promise<ReadableStream<Uint8Array> | null>
  /** All of them, the newest first. */
  list(): Promise<StoredFile[]>
  /** Whether there was such a file. */
  delete(id: FileId): Promise<boolean>
}
