import { writeVector, type ByteWriter } from './byte-writer.ts'
import { readByte, readS32, readU32, readVector, skipNumber, type Cursor } from './cursor.ts'

/** The types that one byte names (specification, "Binary Format", "Types"). */
export const ValueType = {
  i32: 0x7f,
  i64: 0x7e,
  f32: 0x7d,
  f64: 0x7c,
  v128: 0x7b,
  funcref: 0x70,
  externref: 0x6f,
  exnref: 0x69,
} as const
export type ValueType = (typeof ValueType)[keyof typeof ValueType] | Reference

/** A reference that may be null or not to what `heap` says: the index of a type, or, below zero, a kind of its own. */
export interface Reference {
  nullable: boolean
  heap: number
}

/** The bytes that start the type of a reference. */
const NULLABLE = 0x63
const NOT_NULL = 0x64

/** A page, by which memories grow. */
export const pageBytes = 65_536

export interface FunctionType {
  parameters: ValueType[]
  results: ValueType[]
}

export interface GlobalType {
  value: ValueType
  mutable: boolean
}

export interface Limits {
  minimum: number
  maximum: number | undefined
}

export interface TableType {
  element: ValueType
  limits: Limits
}

const valueTypes: ReadonlyMap<number, ValueType> = new Map(
  Object.values(ValueType).map((type) => [type, type]),
)

/** Whether a byte starts the type of a reference; the heap's type follows it. */
export function startsReference(byte: number | undefined): boolean {
  return byte === NULLABLE || byte === NOT_NULL
}

/** The byte that starts a function type; structs, arrays and recursive groups have others. */
const FUNCTION_TYPE = 0x60

export function readValueType(cursor: Cursor): ValueType {
  const byte = readByte(cursor)
  if (startsReference(byte)) return { nullable: byte === NULLABLE, heap: readS32(cursor) }
  const type = valueTypes.get(byte)

  if (type === undefined) {
    throw new Error(
      `The value type 0x${byte.toString(16)} before byte ${cursor.position} is unknown.`,
    )
  }

  return type
}

export function readFunctionType(cursor: Cursor): FunctionType {
  if (readByte(cursor) !== FUNCTION_TYPE) {
    throw new Error(`The type before byte ${cursor.position} is not that of a function.`)
  }

  return {
    parameters: readVector(cursor, readValueType),
    results: readVector(cursor, readValueType),
  }
}

export function readGlobalType(cursor: Cursor): GlobalType {
  return { value: readValueType(cursor), mutable: readByte(cursor) === 1 }
}

export function readTableType(cursor: Cursor): TableType {
  return { element: readValueType(cursor), limits: readLimits(cursor) }
}

/** The limits of a table or a memory of 32-bit addresses that threads do not share: flags 0 and 1. */
export function readLimits(cursor: Cursor): Limits {
  const flags = readByte(cursor)

  if (flags > 1) {
    throw new Error(`The limits before byte ${cursor.position} are of an unsupported kind.`)
  }

  return {
    minimum: readU32(cursor),
    maximum: flags === 1 ? readU32(cursor) : undefined,
  }
}

/** A tag's type: a byte that is always 0, and the index of a function type. */
export function readTagType(cursor: Cursor): number {
  skipNumber(cursor)

  return readU32(cursor)
}

export function writeValueType(writer: ByteWriter, type: ValueType): void {
  if (typeof type === 'number') return writer.byte(type)
  writer.byte(type.nullable ? NULLABLE : NOT_NULL)
  writer.s32(type.heap)
}

export function writeFunctionType(writer: ByteWriter, type: FunctionType): void {
  writer.byte(FUNCTION_TYPE)
  writeVector(writer, type.parameters, (parameter) => writeValueType(writer, parameter))
  writeVector(writer, type.results, (result) => writeValueType(writer, result))
}

export function writeGlobalType(writer: ByteWriter, type: GlobalType): void {
  writeValueType(writer, type.value)
  writer.byte(type.mutable ? 1 : 0)
}

export function writeTableType(writer: ByteWriter, type: TableType): void {
  writeValueType(writer, type.element)
  writeLimits(writer, type.limits)
}

export function writeLimits(writer: ByteWriter, limits: Limits): void {
  writer.byte(limits.maximum === undefined ? 0 : 1)
  writer.u32(limits.minimum)
  if (limits.maximum !== undefined) {
    writer.u32(limits.maximum)
  }
}

export function writeTagType(writer: ByteWriter, type: number): void {
  writer.byte(0)
  writer.u32(type)
}
