import { describe, expect, it } from 'vitest'
import { py } from '../../support/py.ts'
import { displayed, runPython } from '../../support/run-python.ts'

describe('values of libraries', () => {
  it('are text for numpy', async () => {
    const result = await runPython('import numpy as np\nnp.eye(2)')

    expect(displayed(result)).toEqual([
      { is_main_result: true, text: 'array([[1., 0.],\n       [0., 1.]])' },
    ])
  })

  it('are a table and text for a DataFrame', async () => {
    const result = await runPython('import pandas as pd\npd.DataFrame({"a": [1], "b": ["x"]})')

    expect(displayed(result)).toEqual([
      {
        is_main_result: true,
        text: '   a  b\n0  1  x',
        html: expect.stringMatching(/<table[^]*<th>b<\/th>[^]*<td>x<\/td>/),
      },
    ])
  })

  it('are rows of a large DataFrame, with its true size', async () => {
    const result = await runPython('import pandas as pd\npd.DataFrame({"a": range(100_000)})')

    const shown = displayed(result)[0]
    expect(shown?.text).toMatch(/99999 {2}99999\n\n\[100000 rows x 1 columns\]$/)
    expect(shown?.html).toContain('<p>100000 rows × 1 columns</p>')
    expect(shown?.html?.length).toBeLessThan(10_000)
  })

  it('are not folded or shortened for a terminal, whether shown or printed', async () => {
    const result = await runPython(py`
      import pandas as pd
      frame = pd.DataFrame({f'a rather long column name {n}': [n] for n in range(12)})
      print(frame)
      frame
    `)

    const lines = result.stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/name 0 .* name 5 .* name 11$/)
    expect(displayed(result)[0]?.text).toBe(result.stdout.trimEnd())
  })

  it('are text for a Series', async () => {
    const result = await runPython('import pandas as pd\npd.Series([1, 2], name="n")')

    expect(displayed(result)).toEqual([
      { is_main_result: true, text: '0    1\n1    2\nName: n, dtype: int64' },
    ])
  })

  it('are pictures for Pillow', async () => {
    const result = await runPython('from PIL import Image\nImage.new("RGB", (2, 2), "red")')

    expect(displayed(result)).toEqual([
      {
        is_main_result: true,
        text: expect.stringMatching(/^<PIL\.Image\.Image image mode=RGB size=2x2/),
        png: expect.stringMatching(/^iVBORw0KGgo/),
      },
    ])
  })
})
