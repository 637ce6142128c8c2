import { byteWriter, writeVector, type ByteWriter } from './byte-writer.ts'
import {
  externalKinds,
  PREAMBLE,
  SectionId,
  type CustomSection,
  type DataSegment,
  type ElementSegment,
  type ExternalKind,
  type Import,
  type WasmModule,
} from './module.ts'
import {
  writeFunctionType,
  writeGlobalType,
  writeLimits,
  writeTableType,
  writeTagType,
  writeValueType,
} from './types.ts'

/**
 * The binary of a module. Sections that hold nothing are left out. Custom sections come last, but for those that
 * say something of code, which the tool conventions want before it.
 */
export function writeModule(module: WasmModule): Uint8Array<ArrayBuffer> {
  const output = byteWriter(2 ** 20)
  const section = byteWriter(2 ** 20)

  function write(id: number, content: (writer: ByteWriter) => void): void {
    section.clear()
    content(section)
    output.byte(id)
    output.u32(section.length)
    output.bytes(section.view())
  }

  function list<T>(id: number, items: readonly T[], each: (item: T) => void): void {
    if (items.length > 0) {
      write(id, (writer) => writeVector(writer, items, each))
    }
  }

  function writeCustom({ name, bytes }: CustomSection): void {
    write(SectionId.custom, (writer) => {
      writer.name(name)
      writer.bytes(bytes)
    })
  }

  output.bytes(PREAMBLE)
  list(SectionId.type, module.types, (type) => writeFunctionType(section, type))
  list(SectionId.import, module.imports, (entry) => writeImport(section, entry))
  list(SectionId.function, module.functions, section.u32)
  list(SectionId.table, module.tables, (type) => writeTableType(section, type))
  list(SectionId.memory, module.memories, (limits) => writeLimits(section, limits))
  list(SectionId.tag, module.tags, (type) => writeTagType(section, type))
  list(SectionId.global, module.globals, ({ type, value }) => {
    writeGlobalType(section, type)
    section.bytes(value)
  })
  list(SectionId.export, module.exports, ({ name, kind, index }) => {
    section.name(name)
    writeExternalKind(section, kind)
    section.u32(index)
  })
  const { start } = module
  if (start !== undefined) {
    write(SectionId.start, (writer) => writer.u32(start))
  }
  list(SectionId.element, module.elements, (segment) => writeElementSegment(section, segment))
  if (module.data.length > 0) {
    write(SectionId.dataCount, (writer) => writer.u32(module.data.length))
  }
  module.custom.filter(isOfCode).forEach(writeCustom)
  list(SectionId.code, module.code, (body) => {
    section.u32(body.length)
    section.bytes(body)
  })
  list(SectionId.data, module.data, (segment) => writeDataSegment(section, segment))
  module.custom.filter((custom) => !isOfCode(custom)).forEach(writeCustom)

  return output.view().slice()
}

function isOfCode({ name }: CustomSection): boolean {
  return name.startsWith('metadata.code.')
}

function writeImport(writer: ByteWriter, entry: Import): void {
  writer.name(entry.module)
  writer.name(entry.name)
  writeExternalKind(writer, entry.kind)
  switch (entry.kind) {
    case 'function':
      return writer.u32(entry.type)
    case 'table':
      return writeTableType(writer, entry.type)
    case 'memory':
      return writeLimits(writer, entry.limits)
    case 'global':
      return writeGlobalType(writer, entry.type)
    case 'tag':
      return writeTagType(writer, entry.type)
  }
}

function writeExternalKind(writer: ByteWriter, kind: ExternalKind): void {
  writer.byte(externalKinds.indexOf(kind))
}

function writeElementSegment(writer: ByteWriter, { mode, items }: ElementSegment): void {
  const expressions = items.kind === 'expressions' ? 0b100 : 0

  switch (mode.kind) {
    case 'active':
      writer.u32(0b010 | expressions)
      writer.u32(mode.table)
      writer.bytes(mode.offset)
      break
    case 'passive':
      writer.u32(0b001 | expressions)
      break
    case 'declarative':
      writer.u32(0b011 | expressions)
      break
  }
  switch (items.kind) {
    case 'functions':
      writer.byte(0)
      writeVector(writer, items.functions, writer.u32)
      break
    case 'expressions':
      writeValueType(writer, items.type)
      writeVector(writer, items.expressions, writer.bytes)
      break
  }
}

function writeDataSegment(writer: ByteWriter, { mode, bytes }: DataSegment): void {
  if (mode.kind === 'passive') {
    writer.u32(1)
  } else if (mode.memory === 0) {
    writer.u32(0)
    writer.bytes(mode.offset)
  } else {
    writer.u32(2)
    writer.u32(mode.memory)
    writer.bytes(mode.offset)
  }
  writer.u32(bytes.length)
  writer.bytes(bytes)
}
