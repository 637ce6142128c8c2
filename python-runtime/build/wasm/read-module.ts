import {
  atEnd,
  cursorOver,
  readByte,
  readBytes,
  readName,
  readU32,
  readVector,
  skipNumber,
  type Cursor,
} from './cursor.ts'
import { skipExpression } from './instructions.ts'
import {
  emptyModule,
  externalKinds,
  PREAMBLE,
  SectionId,
  type DataSegment,
  type ElementSegment,
  type Export,
  type ExternalKind,
  type Import,
  type WasmModule,
} from './module.ts'
import {
  readFunctionType,
  readGlobalType,
  readLimits,
  readTableType,
  readTagType,
  readValueType,
  ValueType,
} from './types.ts'

/**
 * Takes a module apart. Its parts are views of `bytes`.
 *
 * @throws when the binary is not well formed or uses a feature that this reader does not know. It does not
 *   validate: only an engine does.
 */
export function readModule(bytes: Uint8Array): WasmModule {
  const cursor = cursorOver(bytes)
  const module = emptyModule()

  if (!PREAMBLE.every((byte) => readByte(cursor) === byte)) {
    throw new Error('This is not a WebAssembly module of version 1.')
  }
  while (!atEnd(cursor)) {
    const id = readByte(cursor)
    const end = readU32(cursor) + cursor.position

    readSection(module, id, cursorOver(bytes, cursor.position, end))
    cursor.position = end
  }

  return module
}

/** Passes the declarations of locals at the start of a function's body. */
export function skipLocals(cursor: Cursor): void {
  eachLocal(cursor, () => {})
}

/** The same, and says of what type they are: once for each declaration, whatever it counts. */
export function eachLocal(cursor: Cursor, visit: (type: ValueType) => void): void {
  for (let left = readU32(cursor); left > 0; left -= 1) {
    skipNumber(cursor)
    visit(readValueType(cursor))
  }
}

function readSection(module: WasmModule, id: number, cursor: Cursor): void {
  switch (id) {
    case SectionId.custom:
      module.custom.push({
        name: readName(cursor),
        bytes: readBytes(cursor, cursor.end - cursor.position),
      })
      return
    case SectionId.type:
      module.types = readVector(cursor, readFunctionType)
      return
    case SectionId.import:
      module.imports = readVector(cursor, readImport)
      return
    case SectionId.function:
      module.functions = readVector(cursor, readU32)
      return
    case SectionId.table:
      module.tables = readVector(cursor, readTableType)
      return
    case SectionId.memory:
      module.memories = readVector(cursor, readLimits)
      return
    case SectionId.tag:
      module.tags = readVector(cursor, readTagType)
      return
    case SectionId.global:
      module.globals = readVector(cursor, (at) => ({
        type: readGlobalType(at),
        value: readExpression(at),
      }))
      return
    case SectionId.export:
      module.exports = readVector(cursor, readExport)
      return
    case SectionId.start:
      module.start = readU32(cursor)
      return
    case SectionId.element:
      module.elements = readVector(cursor, readElementSegment)
      return
    case SectionId.code:
      module.code = readVector(cursor, (at) => readBytes(at, readU32(at)))
      return
    case SectionId.data:
      module.data = readVector(cursor, readDataSegment)
      return
    case SectionId.dataCount:
      // The length of `module.data` says the same.
      return
    default:
      throw new Error(`The section ${id} is unknown.`)
  }
}

function readExpression(cursor: Cursor): Uint8Array {
  const start = cursor.position

  skipExpression(cursor)

  return cursor.bytes.subarray(start, cursor.position)
}

function readImport(cursor: Cursor): Import {
  const module = readName(cursor)
  const name = readName(cursor)
  const kind = readExternalKind(cursor)

  switch (kind) {
    case 'function':
      return { module, name, kind, type: readU32(cursor) }
    case 'table':
      return { module, name, kind, type: readTableType(cursor) }
    case 'memory':
      return { module, name, kind, limits: readLimits(cursor) }
    case 'global':
      return { module, name, kind, type: readGlobalType(cursor) }
    case 'tag':
      return { module, name, kind, type: readTagType(cursor) }
  }
}

function readExport(cursor: Cursor): Export {
  return { name: readName(cursor), kind: readExternalKind(cursor), index: readU32(cursor) }
}

function readExternalKind(cursor: Cursor): ExternalKind {
  const kind = externalKinds[readByte(cursor)]

  if (kind === undefined) {
    throw new Error(`What stands before byte ${cursor.position} is of an unknown kind.`)
  }

  return kind
}

/**
 * The flags of an element segment: bit 0, it is not active; bit 1, it names its table (or, when it is not
 * active, is declarative); bit 2, its items are expressions. Segments without the first two leave out the type.
 */
function readElementSegment(cursor: Cursor): ElementSegment {
  const flags = readU32(cursor)
  const typed = (flags & 0b11) !== 0
  const mode = readElementMode(cursor, flags)

  if ((flags & 0b100) === 0) {
    if (typed && readByte(cursor) !== 0) {
      throw new Error(`The elements before byte ${cursor.position} are not functions.`)
    }
    return { mode, items: { kind: 'functions', functions: readVector(cursor, readU32) } }
  }

  return {
    mode,
    items: {
      kind: 'expressions',
      type: typed ? readValueType(cursor) : ValueType.funcref,
      expressions: readVector(cursor, readExpression),
    },
  }
}

function readElementMode(cursor: Cursor, flags: number): ElementSegment['mode'] {
  if ((flags & 0b1) !== 0) {
    return { kind: (flags & 0b10) === 0 ? 'passive' : 'declarative' }
  }

  return {
    kind: 'active',
    table: (flags & 0b10) === 0 ? 0 : readU32(cursor),
    offset: readExpression(cursor),
  }
}

/** Flags of a data segment: 0, active in memory 0; 1, passive; 2, active in the memory that it names. */
function readDataSegment(cursor: Cursor): DataSegment {
  const flags = readU32(cursor)
  const mode: DataSegment['mode'] =
    flags === 1
      ? { kind: 'passive' }
      : {
          kind: 'active',
          memory: flags === 2 ? readU32(cursor) : 0,
          offset: readExpression(cursor),
        }

  return { mode, bytes: readBytes(cursor, readU32(cursor)) }
}
