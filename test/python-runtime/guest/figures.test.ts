import { describe, expect, it } from 'vitest'
import { py } from '../../support/py.ts'
import { displayed, runPython } from '../../support/run-python.ts'

const picture = expect.stringMatching(/^iVBORw0KGgo/)

describe('an open figure', () => {
  it('is a result at the end of the program', async () => {
    const result = await runPython('import matplotlib.pyplot as plt\nplt.plot([1, 2]);')

    expect(displayed(result)).toEqual([
      {
        is_main_result: false,
        text: '<Figure size 640x480 with 1 Axes>',
        png: picture,
        chart: expect.objectContaining({ type: 'line' }),
      },
    ])
  })

  it('is a result beside the value of the last expression', async () => {
    const result = await runPython('import matplotlib.pyplot as plt\nplt.plot([1, 2])')

    expect(displayed(result)).toMatchObject([
      { is_main_result: true, text: expect.stringMatching(/^\[<matplotlib\.lines\.Line2D object/) },
      { is_main_result: false, png: picture },
    ])
  })

  it('is a result also when the program fails', async () => {
    const result = await runPython('import matplotlib.pyplot as plt\nplt.plot([1, 2])\n1 / 0')

    expect(displayed(result)).toMatchObject([{ png: picture }])
    expect(result.error).toMatchObject({ name: 'ZeroDivisionError' })
  })

  it('is one of several, in the order of their numbers', async () => {
    const result = await runPython(py`
      import matplotlib.pyplot as plt
      for n in (3, 1, 2):
          plt.figure(n, figsize=(n, 1)); plt.plot([n])
      plt.figure(3);
    `)

    expect(displayed(result).map((item) => item.text)).toEqual([
      '<Figure size 100x100 with 1 Axes>',
      '<Figure size 200x100 with 1 Axes>',
      '<Figure size 300x100 with 1 Axes>',
    ])
  })

  it('is no result when the program closed it', async () => {
    const result = await runPython(
      'import matplotlib.pyplot as plt\nplt.plot([1, 2]); plt.savefig("a.png"); plt.close();',
    )

    expect(result.results).toMatchObject([{ file: { name: 'a.png' } }])
  })

  it('is no result when it is empty', async () => {
    const result = await runPython('import matplotlib.pyplot as plt\nplt.figure();')

    expect(result.results).toEqual([])
  })
})

describe('showing a figure', () => {
  it.each([
    'plt.show()',
    'plt.show(block=True)',
    'plt.show(block=False)',
    'plt.gcf().show()',
    'plt.pause(0.01)',
  ])('by %s makes it a result there and once', async (show) => {
    const result = await runPython(
      `import matplotlib.pyplot as plt\nplt.plot([1])\n${show}\ndisplay("after")`,
    )

    expect(displayed(result)).toMatchObject([{ png: picture }, { text: "'after'" }])
    expect(result.stderr).toBe('')
  })

  it('closes it, so that the next plot is a new one', async () => {
    const result = await runPython(py`
      import matplotlib.pyplot as plt
      plt.plot([1, 2]); plt.show()
      plt.plot([3, 4]); plt.show()
    `)

    expect(displayed(result).map((item) => item.chart?.elements)).toMatchObject([
      [
        {
          points: [
            [0, 1],
            [1, 2],
          ],
        },
      ],
      [
        {
          points: [
            [0, 3],
            [1, 4],
          ],
        },
      ],
    ])
  })

  it.each(['Agg', 'agg', 'TkAgg', 'Qt5Agg', 'macosx', 'nbagg', 'module://_sandbox.backend'])(
    'works when the program asks for the backend %s',
    async (name) => {
      const result = await runPython(py`
        import matplotlib
        matplotlib.use('${name}')
        import matplotlib.pyplot as plt
        plt.plot([1, 2]); plt.show(); plt.close('all')
      `)

      expect(displayed(result)).toMatchObject([{ png: picture }])
      expect(result.stderr).toBe('')
    },
  )

  it('as the last expression makes it the main result, once', async () => {
    const result = await runPython(py`
      import matplotlib.pyplot as plt
      fig, ax = plt.subplots()
      ax.bar(['a'], [1])
      fig
    `)

    expect(displayed(result)).toMatchObject([
      {
        is_main_result: true,
        text: '<Figure size 640x480 with 1 Axes>',
        png: picture,
        chart: { type: 'bar' },
      },
    ])
    expect(result.results).toHaveLength(1)
  })

  it('works for a figure that pyplot does not know', async () => {
    const result = await runPython(py`
      from matplotlib.figure import Figure
      figure = Figure()
      figure.subplots().plot([1, 2])
      figure
    `)

    expect(displayed(result)).toMatchObject([{ is_main_result: true, png: picture }])
  })

  it('by display makes it a result again only if it changed', async () => {
    const result = await runPython(py`
      import matplotlib.pyplot as plt
      same, changed = plt.figure(1), plt.figure(2)
      same.subplots().plot([1]); changed.subplots().plot([1])
      display(same, changed)
      changed.axes[0].set_title('new')
      None
    `)

    expect(displayed(result).map((item) => item.chart?.title)).toEqual([null, null, 'new'])
  })

  it('does nothing when there is none', async () => {
    const result = await runPython('import matplotlib.pyplot as plt\nplt.show()')

    expect(result).toMatchObject({ results: [], error: null, stderr: '' })
  })
})
