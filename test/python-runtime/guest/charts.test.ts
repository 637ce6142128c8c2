import { describe, expect, it } from 'vitest'
import { chartOf } from '../../support/chart-of.ts'
import { py } from '../../support/py.ts'
import { displayed, runPython } from '../../support/run-python.ts'

describe('the data of a bar chart', () => {
  it('is its bars by name', async () => {
    const chart = await chartOf(
      'plt.bar(["a", "b"], [1, 2.5]); plt.xlabel("name"); plt.ylabel("value")',
    )

    expect(chart).toMatchObject({
      type: 'bar',
      x_label: 'name',
      y_label: 'value',
      elements: [
        { label: 'a', group: 'Group 0', value: 1 },
        { label: 'b', group: 'Group 0', value: 2.5 },
      ],
    })
  })

  it('is the same when the bars lie', async () => {
    const chart = await chartOf(
      'plt.barh(["a", "b"], [1, 1]); plt.xlabel("value"); plt.ylabel("name")',
    )

    expect(chart).toMatchObject({
      x_label: 'name',
      y_label: 'value',
      elements: [
        { label: 'a', value: 1 },
        { label: 'b', value: 1 },
      ],
    })
  })

  it('is its groups, side by side or stacked', async () => {
    const chart = await chartOf(
      'pd.DataFrame({"x": [1, 2], "y": [3, 4]}, index=["a", "b"]).plot.bar()',
    )

    expect(chart?.elements).toEqual([
      { label: 'a', group: 'x', value: 1 },
      { label: 'b', group: 'x', value: 2 },
      { label: 'a', group: 'y', value: 3 },
      { label: 'b', group: 'y', value: 4 },
    ])
  })

  it('has the labels that were set', async () => {
    const chart = await chartOf('plt.bar([0, 1], [5, 6]); plt.xticks([0, 1], ["one", "two"])')

    expect(chart?.elements).toMatchObject([{ label: 'one' }, { label: 'two' }])
  })

  it('has numbers and dates where there are no names', async () => {
    const chart = await chartOf('plt.bar(pd.to_datetime(["2024-01-01", "2024-01-03"]), [1, 2])')

    expect(chart?.elements).toMatchObject([
      { label: '2024-01-01T00:00:00' },
      { label: '2024-01-03T00:00:00' },
    ])
  })

  it('is the bins of a histogram', async () => {
    const chart = await chartOf('plt.hist([1, 1, 2, 4], bins=[1, 2, 3, 4])')

    expect(chart).toMatchObject({
      type: 'bar',
      elements: [
        { label: '1–2', value: 2 },
        { label: '2–3', value: 1 },
        { label: '3–4', value: 1 },
      ],
    })
  })
})

describe('the data of other charts', () => {
  it('is the wedges of a pie', async () => {
    const chart = await chartOf(
      'plt.pie([1, 3], labels=["a", "b"], autopct="%d"); plt.title("Pie")',
    )

    expect(chart).toEqual({
      type: 'pie',
      title: 'Pie',
      elements: [
        { label: 'a', angle: 90, radius: 1 },
        { label: 'b', angle: 270, radius: 1 },
      ],
    })
  })

  it.each([
    ['upright', 'plt.boxplot([[1, 2, 3, 4, 30], [5, 6]], tick_labels=["a", "b"])'],
    [
      'lying',
      'plt.boxplot([[1, 2, 3, 4, 30], [5, 6]], tick_labels=["a", "b"], orientation="horizontal")',
    ],
    [
      'filled',
      'plt.boxplot([[1, 2, 3, 4, 30], [5, 6]], tick_labels=["a", "b"], patch_artist=True)',
    ],
  ])('is the boxes of an %s box plot', async (_, code) => {
    const chart = await chartOf(code)

    expect(chart).toMatchObject({
      type: 'box_and_whisker',
      elements: [
        {
          label: 'a',
          min: 1,
          first_quartile: 2,
          median: 3,
          third_quartile: 4,
          max: 4,
          outliers: [30],
        },
        { label: 'b', min: 5, median: 5.5, max: 6, outliers: [] },
      ],
    })
  })

  it('is the boxes that pandas draws', async () => {
    const chart = await chartOf('pd.DataFrame({"x": [1, 2, 3], "y": [2, 3, 4]}).boxplot()')

    expect(chart?.elements).toMatchObject([
      { label: 'x', median: 2 },
      { label: 'y', median: 3 },
    ])
  })

  it.each([
    ['an image', 'plt.imshow([[1, 2], [3, 4]])'],
    ['contours', 'plt.contour([[1, 2], [3, 4]]); plt.plot([0, 1])'],
    ['a mesh with its color bar', 'plt.pcolormesh([[1, 2], [3, 4]]); plt.colorbar()'],
    ['three dimensions', 'plt.subplot(projection="3d").plot([1, 2], [3, 4], [5, 6])'],
    ['polar coordinates', 'plt.subplot(projection="polar").plot([1, 2], [3, 4])'],
    ['a filled area', 'plt.fill_between([1, 2], [3, 4])'],
  ])('is unknown for %s', async (_, code) => {
    const chart = await chartOf(`${code}; plt.title("T")`)

    expect(chart).toEqual({ type: 'unknown', title: expect.anything(), elements: [] })
  })

  it('is the charts of several axes', async () => {
    const chart = await chartOf(py`
      fig, (left, right) = plt.subplots(1, 2)
      fig.suptitle('Both')
      left.plot([1, 2]); left.set_title('Left')
      right.bar(['a'], [1])
    `)

    expect(chart).toMatchObject({
      type: 'superchart',
      title: 'Both',
      elements: [
        { type: 'line', title: 'Left' },
        { type: 'bar', title: null },
      ],
    })
  })

  it('is none for more data than is read in one go', async () => {
    const chart = await chartOf(py`
      import numpy as np
      fig, grid = plt.subplots(3, 3)
      for axes in grid.flat: axes.plot(np.arange(5_000.0))
    `)

    expect(chart).toBeUndefined()
  })

  it('is none for a figure that holds no data', async () => {
    const chart = await chartOf('plt.text(0.5, 0.5, "words")')

    expect(chart).toBeUndefined()
  })

  it('is none where it cannot be read, and the picture stays', async () => {
    const result = await runPython(py`
      import matplotlib.pyplot as plt
      line, = plt.plot([1, 2])
      line.get_label = lambda: 1 / 0
      plt.legend = None
      None
    `)

    expect(result.stderr).toBe('')
    expect(displayed(result)).toMatchObject([{ png: expect.any(String) }])
  })
})
