import { describe, expect, it } from 'vitest'
import { py } from '../../support/py.ts'
import { displayed, runPython } from '../../support/run-python.ts'

const picture = expect.stringMatching(/^iVBORw0KGgo/)

/** Width and height of a PNG in base64. */
function sizeOf(png: string | undefined): [number, number] {
  const bytes = Buffer.from(png ?? '', 'base64')
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

describe('the picture of a figure', () => {
  it('has a hundred dots per inch and no wide border', async () => {
    const result = await runPython(py`
      import matplotlib.pyplot as plt
      plt.figure(figsize=(4, 3)); plt.plot([1, 2]);
    `)

    const [width, height] = sizeOf(displayed(result)[0]?.png)
    expect(width).toBeGreaterThan(330)
    expect(width).toBeLessThan(400)
    expect(height).toBeGreaterThan(240)
    expect(height).toBeLessThan(300)
  })

  it('shows what lies outside of the figure', async () => {
    const result = await runPython(py`
      import matplotlib.pyplot as plt
      plt.figure(figsize=(4, 3)); plt.plot([1, 2], label='x' * 40)
      plt.legend(loc='center left', bbox_to_anchor=(1, 0.5));
    `)

    expect(sizeOf(displayed(result)[0]?.png)[0]).toBeGreaterThan(600)
  })

  it('follows the resolution that the program asks for', async () => {
    const result = await runPython(py`
      import matplotlib.pyplot as plt
      plt.figure(figsize=(4, 3), dpi=200); plt.plot([1, 2]);
    `)

    expect(sizeOf(displayed(result)[0]?.png)[0]).toBeGreaterThan(660)
  })

  it('is bounded for a huge figure', async () => {
    const result = await runPython(py`
      import matplotlib.pyplot as plt
      plt.figure(figsize=(60, 40), dpi=600); plt.plot([1, 2]);
    `)

    const [width, height] = sizeOf(displayed(result)[0]?.png)
    expect(width * height).toBeLessThan(8_100_000)
    expect(width).toBeGreaterThan(2_000)
  })

  it('is an error when it cannot be drawn, which the others do not suffer from', async () => {
    const result = await runPython(py`
      import matplotlib.pyplot as plt
      plt.plot([1]); plt.title('$\\frac{$')
      plt.figure(); plt.plot([2]);
    `)

    expect(displayed(result)).toMatchObject([{}, { png: picture }])
    expect(displayed(result)[0]).not.toHaveProperty('png')
    expect(result).toMatchObject({
      error: { name: 'ValueError', message: expect.stringContaining('Expected \\frac') },
      stderr: '',
    })
  })

  it('warns of characters that no font has, and names no file of ours', async () => {
    const result = await runPython(
      "import matplotlib.pyplot as plt\nplt.title('ሀሀ'); plt.plot([1]);",
    )

    expect(result.stderr).toMatch(
      /^UserWarning: Glyph 4608 .* missing from font\(s\) DejaVu Sans\.\n$/,
    )
  })
})

it('a program without figures does not import matplotlib for them', async () => {
  const result = await runPython(py`
    import sys
    for name in [name for name in sys.modules if name.startswith('matplotlib')]:
        del sys.modules[name]
    import atexit
    atexit.register(lambda: print('matplotlib' in sys.modules))
    {}
  `)

  expect(result).toMatchObject({ stdout: 'False\n', results: [{ text: '{}' }] })
})

describe('the picture of a shown figure', () => {
  it.each([
    ['within the figure', 'plt.title("t")'],
    ['at another resolution', 'plt.gcf().set_dpi(150)'],
    ['with a layout engine', 'plt.gcf().set_layout_engine("constrained")'],
    ['with text outside of the figure', 'plt.text(3, 1, "a text far to the right of all")'],
    ['with a legend beside the axes', 'plt.plot([1, 2], label="l" * 30); plt.legend(loc=(1.1, 0))'],
    ['without any margin', 'plt.rcParams["savefig.pad_inches"] = 0'],
  ])('is as large as a file with a tight box: %s', async (_name, more) => {
    const { results } = await runPython(py`
      import matplotlib.pyplot as plt
      plt.plot([1, 2])
      ${more}
      plt.savefig('tight.png', bbox_inches='tight', dpi=plt.gcf().dpi)
      plt.show()
      from PIL import Image
      Image.open('tight.png').size
    `)

    const shown = results.find(({ png }) => png)
    const [width, height] = sizeOf(shown?.png)
    expect(results).toContainEqual(expect.objectContaining({ text: `(${width}, ${height})` }))
  })

  it('is drawn once', async () => {
    const { stdout } = await runPython(py`
      import matplotlib.pyplot as plt
      from matplotlib.lines import Line2D

      class Line(Line2D):
          def draw(self, renderer):
              print('drawn')
              super().draw(renderer)

      plt.plot([1, 2])
      plt.gca().add_line(Line([1, 2], [2, 1]))
      plt.show()
    `)

    expect(stdout).toBe('drawn\n')
  })

  it('has all that a file with a tight box has', async () => {
    const { stdout } = await runPython(py`
      import base64, io
      import matplotlib.pyplot as plt
      import numpy as np
      from PIL import Image
      from _sandbox import figures

      plt.figure(figsize=(5, 4))
      plt.plot([1, 2])
      plt.ylabel('y')
      plt.savefig('all.png')
      shown = base64.b64decode(figures.formats_of(plt.gcf())['png'])
      plt.close()
      whole, cut = (np.asarray(Image.open(file)) for file in ('all.png', io.BytesIO(shown)))
      dark = [np.argwhere(picture[:, :, :3].min(axis=2) < 250) for picture in (whole, cut)]
      print([np.ptp(places, axis=0).tolist() for places in dark])
      print([len(places) for places in dark])
    `)

    const [extents = '', counts = ''] = stdout.split('\n')
    const [whole, cut] = JSON.parse(extents)
    expect(cut).toEqual(whole)
    const [all, kept] = JSON.parse(counts)
    expect(kept).toBe(all)
  })
})
