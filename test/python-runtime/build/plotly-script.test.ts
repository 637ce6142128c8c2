import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import lock from '../../../python-runtime/wheels/wheels.lock.json'

const runtime = join(import.meta.dirname, '../../../python-runtime')

it("tells browsers the hash of the script that Plotly's wheel has", async () => {
  const wheel = lock.find(({ name }) => name === 'plotly')
  const script = 'plotly/package_data/plotly.min.js'
  const files = unzipSync(await readFile(join(runtime, 'wheels', wheel?.file ?? '')), {
    filter: ({ name }) => name === script,
  })
  const figures = await readFile(join(runtime, 'guest/python/_sandbox/plotly_figures.py'), 'utf8')

  const hash = createHash('sha256')
    .update(files[script] ?? '')
    .digest('base64')
  expect(figures).toContain(`SCRIPT_HASH = 'sha256-${hash}'`)
})
