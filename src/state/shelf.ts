import * as z from 'zod'
import type { ReportRecord } from '../files/store.ts'
import type { RecordFolder, Records } from './records.ts'
import { RecordTooLarge } from './store.ts'

/** What all of what is kept stands on. */
export interface Keeping {
  records: Records
  /** How long anything is kept. */
  ttlSeconds: number
  maxRecordBytes: number
  now: () => number
  /** Is told of a record that is none. */
  report: ReportRecord
  /** Is called for each record that was written. */
  written: (bytes: number) => Promise<void>
}

/** Values of one shape, which are records of JSON in one folder. */
export interface Shelf<Value> {
  /** The value of a name, unless there is none, or its time is over, or its record is broken. */
  get(name: string): Promise<Value | null>
  put(name: string, value: Value): Promise<void>
}

export function shelf<Value extends { expiresAt: number }>(
  { records, maxRecordBytes, now, report, written }: Keeping,
  folder: RecordFolder,
  schema: z.ZodType<Value>,
): Shelf<Value> {
  return {
    async get(name) {
      const text = await records.read(folder, name)
      if (text === null) return null
      const value = schema.safeParse(parse(text))
      if (!value.success) {
        report(new Error(`The record ${folder}/${name} is none: ${value.error.message}`))
        return null
      }
      return value.data.expiresAt * 1000 > now() ? value.data : null
    },

    async put(name, value) {
      const text = JSON.stringify(value)
      const bytes = new TextEncoder().encode(text).length
      if (bytes > maxRecordBytes) throw new RecordTooLarge(maxRecordBytes)
      await records.write(folder, name, text)
      await written(bytes)
    },
  }
}

/** What this server wrote itself, and weighed before it did. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export const JsonObject = z.record(z.string(), z.unknown())

/** The time in seconds, as OpenAI writes it. */
export function secondsOf(nowMs: number): number {
  return Math.floor(nowMs / 1000)
}
