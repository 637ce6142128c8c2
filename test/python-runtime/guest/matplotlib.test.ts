import { describe, expect, it } from 'vitest'
import { py } from '../../support/py.ts'
import { displayed, filesOf, runPython } from '../../support/run-python.ts'

describe('plots of every kind', () => {
  it.each([
    ['lines', 'plt.plot(x, np.sin(x), "r--o", label="sine"); plt.legend(); plt.grid()'],
    [
      'bars',
      'plt.bar(["a", "b"], [1, 2], yerr=[0.1, 0.2]); plt.bar_label(plt.gca().containers[1])',
    ],
    ['lying bars', 'plt.barh(["a", "b"], [1, 2])'],
    ['points', 'plt.scatter(x, x ** 2, c=x, s=50 * x, cmap="viridis"); plt.colorbar()'],
    ['histograms', 'plt.hist(np.random.default_rng(0).normal(size=1000), bins=30)'],
    ['histograms in two dimensions', 'plt.hist2d(x, x); plt.colorbar()'],
    ['hexagons', 'plt.hexbin(x, x, gridsize=5)'],
    ['pies', 'plt.pie([1, 2, 3], labels=list("abc"), autopct="%.1f%%", explode=[0, 0.1, 0])'],
    ['boxes', 'plt.boxplot([x, x * 2])'],
    ['violins', 'plt.violinplot([x, x * 2])'],
    ['images', 'plt.imshow(np.random.default_rng(0).random((8, 8)), interpolation="bilinear")'],
    ['contours', 'plt.contourf(np.add.outer(x, x)); plt.clabel(plt.contour(np.add.outer(x, x)))'],
    ['fields', 'plt.quiver(*np.meshgrid(x[:4], x[:4]), np.ones((4, 4)), np.ones((4, 4)))'],
    ['streams', 'plt.streamplot(*np.meshgrid(x[:4], x[:4]), np.ones((4, 4)), np.ones((4, 4)))'],
    ['areas', 'plt.fill_between(x, x, x ** 2, alpha=0.3); plt.stackplot(x, x, x)'],
    ['steps and stems', 'plt.step(x, x); plt.stem(x, x)'],
    ['errors', 'plt.errorbar(x, x, yerr=0.5, capsize=3)'],
    ['polar coordinates', 'plt.subplot(projection="polar").plot(x, x)'],
    [
      'surfaces in 3D',
      'plt.figure().add_subplot(projection="3d").plot_surface(*np.meshgrid(x, x), np.add.outer(x, x), cmap="plasma")',
    ],
    ['points in 3D', 'plt.figure().add_subplot(projection="3d").scatter(x, x, x)'],
    ['logarithms', 'plt.loglog(x, x ** 2); plt.semilogy(x, x)'],
    ['dates', 'plt.plot(pd.date_range("2024-01-01", periods=10), x); plt.gcf().autofmt_xdate()'],
    ['triangles', 'plt.tripcolor([0, 1, 0, 1], [0, 0, 1, 1], [1, 2, 3, 4])'],
    ['tables', 'plt.table([["a", "b"]], loc="center")'],
    ['pandas', 'pd.DataFrame({"a": x, "b": x ** 2}).plot(subplots=True)'],
    ['a scatter matrix', 'pd.plotting.scatter_matrix(pd.DataFrame({"a": x, "b": x ** 2}))'],
  ])('show %s', async (_, code) => {
    const result = await runPython(py`
      import numpy as np, pandas as pd, matplotlib.pyplot as plt
      x = np.linspace(0.1, 3, 10)
      ${code}
      None
    `)

    expect(result).toMatchObject({ error: null, stderr: '' })
    expect(displayed(result)).toMatchObject([{ png: expect.stringMatching(/^iVBOR/) }])
  })

  it('stand side by side', async () => {
    const result = await runPython(py`
      import matplotlib.pyplot as plt
      fig, axes = plt.subplots(2, 3, sharex=True, layout='constrained')
      for n, ax in enumerate(axes.flat): ax.plot([0, n]); ax.set_title(f'plot {n}')
      ax.twinx().plot([5, 6], 'g')
      None
    `)

    expect(displayed(result)[0]?.chart?.elements).toHaveLength(7)
  })

  it('may be styled, annotated and set tight', async () => {
    const result = await runPython(py`
      import matplotlib.pyplot as plt
      plt.style.use('ggplot')
      with plt.rc_context({'font.size': 14}):
          plt.plot([1, 2])
          plt.annotate('here', (0.5, 1.5), (0, 2), arrowprops={'arrowstyle': '->'})
          plt.tight_layout()
      None
    `)

    expect(result).toMatchObject({
      error: null,
      stderr: '',
      results: [{ png: expect.any(String) }],
    })
  })
})

describe('text in plots', () => {
  it.each([
    ['DejaVu Sans', 'naïve Ελληνικά Кириллица → ∑ ½'],
    ['DejaVu Serif', 'Ångström'],
    ['DejaVu Sans Mono', 'fixed'],
    ['STIXGeneral', 'Times'],
    ['cmr10', 'Computer Modern'],
  ])('has the font %s', async (family, text) => {
    const result = await runPython(py`
      import matplotlib.pyplot as plt
      plt.rcParams['axes.formatter.use_mathtext'] = True
      plt.rcParams['font.family'] = '${family}'
      plt.plot([1, 2]); plt.title('${text}')
      None
    `)

    expect(result).toMatchObject({
      error: null,
      stderr: '',
      results: [{ png: expect.any(String) }],
    })
  })

  it('may be formulas', async () => {
    const result = await runPython(
      'import matplotlib.pyplot as plt\nplt.title(r"$\\int_0^\\infty e^{-x^2} dx = \\frac{\\sqrt{\\pi}}{2}$"); plt.plot([1]);',
    )

    expect(result).toMatchObject({
      error: null,
      stderr: '',
      results: [{ png: expect.any(String) }],
    })
  })
})

describe('saved plots', () => {
  it.each([
    ['png', /^\x89PNG/],
    ['jpg', /^\xff\xd8\xff/],
    ['svg', /^<\?xml[^]*<svg/],
    ['pdf', /^%PDF-/],
    ['webp', /^RIFF....WEBP/s],
    ['ps', /^%!PS-Adobe/],
  ])('may be %s', async (format, magic) => {
    const result = await runPython(py`
      import matplotlib.pyplot as plt
      plt.plot([1, 2]); plt.title('Saved é')
      plt.savefig('plot.${format}', dpi=50); plt.close()
    `)

    expect(result).toMatchObject({ error: null, stderr: '' })
    const bytes = (await filesOf(result))[`plot.${format}`]
    expect(Buffer.from(bytes ?? []).toString('latin1')).toMatch(magic)
  })

  it('may be animations', async () => {
    const result = await runPython(py`
      import matplotlib.pyplot as plt
      from matplotlib.animation import FuncAnimation, PillowWriter
      fig, ax = plt.subplots(figsize=(2, 2))
      line, = ax.plot([0, 1], [0, 0])
      FuncAnimation(fig, lambda n: line.set_ydata([0, n]), frames=3).save('a.gif', PillowWriter(5))
      plt.close()
    `)

    expect(result.error).toBeNull()
    expect(Buffer.from((await filesOf(result))['a.gif'] ?? []).toString('latin1')).toMatch(
      /^GIF89a/,
    )
  })

  it('may be read back as pictures', async () => {
    const result = await runPython(py`
      import matplotlib.pyplot as plt
      from PIL import Image
      plt.figure(figsize=(3, 2)); plt.plot([1]); plt.savefig('a.png'); plt.close()
      Image.open('a.png').size, plt.imread('a.png').shape
    `)

    expect(displayed(result)).toMatchObject([{ text: '((300, 200), (200, 300, 4))' }])
  })
})
