import { byteWriter, writeSized, writeVector } from './byte-writer.ts'
import { atEnd, cursorOver, readByte, readName, readU32 } from './cursor.ts'
import type { CustomSection, WasmModule } from './module.ts'

/** The subsection of the "name" section that names functions (specification, appendix "Custom Sections"). */
const FUNCTION_NAMES = 1

/** The names of functions, by index, that the module's own "name" section gives; empty when it has none. */
export function readFunctionNames(module: WasmModule): Map<number, string> {
  const names = new Map<number, string>()
  const section = module.custom.find(({ name }) => name === 'name')

  if (section === undefined) {
    return names
  }
  const cursor = cursorOver(section.bytes)

  while (!atEnd(cursor)) {
    const id = readByte(cursor)
    const end = readU32(cursor) + cursor.position

    if (id === FUNCTION_NAMES) {
      for (let left = readU32(cursor); left > 0; left -= 1) {
        names.set(readU32(cursor), readName(cursor))
      }
    }
    cursor.position = end
  }

  return names
}

/** A "name" section that names functions. Engines show the names in stack traces. */
export function functionNamesSection(names: ReadonlyMap<number, string>): CustomSection {
  const sorted = [...names].toSorted(([left], [right]) => left - right)
  const writer = byteWriter()

  writer.byte(FUNCTION_NAMES)
  writeSized(writer, (inner) => {
    writeVector(inner, sorted, ([index, name]) => {
      inner.u32(index)
      inner.name(name)
    })
  })

  return { name: 'name', bytes: writer.view().slice() }
}
