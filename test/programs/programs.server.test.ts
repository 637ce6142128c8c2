import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { displayed, fileNamesOf, runPython, type ExecutionResult } from '../support/run-python.ts'
import { readProgram, type Expected } from './read-program.ts'

const folder = import.meta.dirname
const topics = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())

describe.each(topics.map(({ name }) => name))('programs as models write them: %s', (topic) => {
  const files = readdirSync(join(folder, topic)).filter((file) => file.endsWith('.py'))

  it.each(files)('%s', async (file) => {
    const { code, expected } = readProgram(readFileSync(join(folder, topic, file), 'utf8'))
    const result = await runPython(code, { files: expected.attached })

    expect(outcomeOf(result, expected)).toEqual(wanted(expected))
  })
})

/** What came of a program, as far as its file says what must. */
function outcomeOf(result: ExecutionResult, { charts }: Expected) {
  const { stdout, stderr, error } = result
  const shown = displayed(result)
  return {
    stdout,
    stderr,
    error: error && `${error.type} ${error.name}: ${error.message}`,
    values: shown.filter(({ png }) => png === undefined),
    pictures: shown.filter(({ png }) => png !== undefined).length,
    files: fileNamesOf(result),
    charts: charts.length > 0 ? shown.map(({ chart }) => chart) : [],
  }
}

function wanted({ stdout, stderr, error, values, charts, pictures, files }: Expected) {
  return {
    stdout: like(stdout),
    stderr: like(stderr),
    error: error === null ? null : like(error),
    values: values.map((value) => expect.objectContaining(value)),
    pictures,
    files,
    charts: charts.map((chart) => expect.objectContaining(chart)),
  }
}

/** Text, or what a pattern between slashes matches. */
function like(text: string) {
  const pattern = /^\/(.*)\/$/s.exec(text)?.[1]
  return pattern === undefined ? text : expect.stringMatching(new RegExp(pattern, 's'))
}
