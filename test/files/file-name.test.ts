import { expect, it } from 'vitest'
import { mimeTypeOf, safeName } from '../../src/files/file-name.ts'

const names = [
  { given: 'data.csv', safe: 'data.csv' },
  { given: 'Größe – 大.csv', safe: 'Größe – 大.csv' },
  { given: '../../etc/passwd', safe: 'passwd' },
  { given: String.raw`C:\temp\a.txt`, safe: 'a.txt' },
  { given: '.bashrc', safe: 'bashrc' },
  { given: '..', safe: 'file' },
  { given: '', safe: 'file' },
  { given: 'a\u0000b\r\nc.txt', safe: 'a_b__c.txt' },
  { given: 'invoice\u202Efdp.exe', safe: 'invoice_fdp.exe' },
  { given: 'a"b<c>.txt', safe: 'a_b_c_.txt' },
  { given: '\uD800.txt', safe: '_.txt' },
]

it.for(names)('makes $given safe', ({ given, safe }) => {
  expect(safeName(given)).toBe(safe)
})

it('shortens a long name and keeps its ending', () => {
  const name = safeName(`${'a'.repeat(500)}.tar.gz`)

  expect(name).toHaveLength(120)
  expect(name).toMatch(/^a+_a+\.tar\.gz$/)
})

const types = [
  { name: 'a.csv', type: 'text/csv' },
  { name: 'a.PNG', type: 'image/png' },
  { name: 'a.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  { name: 'a.parquet', type: 'application/octet-stream' },
  { name: 'a', type: 'application/octet-stream' },
]

it.for(types)('knows what $name promises', ({ name, type }) => {
  expect(mimeTypeOf(name)).toBe(type)
})
