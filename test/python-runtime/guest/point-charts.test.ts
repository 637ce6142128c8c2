import { describe, expect, it } from 'vitest'
import { chartOf } from '../../support/chart-of.ts'
import { py } from '../../support/py.ts'

describe('the data of a line chart', () => {
  it('is its lines with their labels, axes and scales', async () => {
    const chart = await chartOf(py`
      plt.plot([1, 2, 3], [10, 20.5, float('nan')], label='up')
      plt.plot([3, 1], [0, 1])
      plt.title('Growth'); plt.xlabel('time (s)'); plt.ylabel('mass [kg]'); plt.yscale('symlog')
    `)

    expect(chart).toMatchObject({
      type: 'line',
      title: 'Growth',
      x_label: 'time (s)',
      x_unit: 's',
      y_label: 'mass [kg]',
      y_unit: 'kg',
      x_scale: 'linear',
      y_scale: 'symlog',
      x_ticks: expect.arrayContaining([1, 2, 3]),
      x_tick_labels: expect.arrayContaining(['1.00', '2.00']),
      elements: [
        {
          label: 'up',
          points: [
            [1, 10],
            [2, 20.5],
            [3, null],
          ],
        },
        {
          label: 'Line 1',
          points: [
            [3, 0],
            [1, 1],
          ],
        },
      ],
    })
  })

  it.each([
    ['datetimes', 'from datetime import datetime as d\nx = [d(2024, 1, 1), d(2024, 1, 2)]'],
    ['numpy dates', 'x = np.array(["2024-01-01", "2024-01-02"], dtype="datetime64[D]")'],
    ['pandas timestamps', 'x = pd.date_range("2024-01-01", periods=2)'],
  ])('has %s as ISO dates', async (_, dates) => {
    const chart = await chartOf(`${dates}\nplt.plot(x, [1, 2])`)

    expect(chart).toMatchObject({
      x_scale: 'datetime',
      x_ticks: expect.arrayContaining(['2024-01-01T00:00:00']),
      elements: [
        {
          points: [
            ['2024-01-01T00:00:00', 1],
            ['2024-01-02T00:00:00', 2],
          ],
        },
      ],
    })
  })

  it('has the dates of a time series that pandas plots', async () => {
    const chart = await chartOf(
      'pd.Series([1, 2], pd.date_range("2024-01-31", periods=2, freq="ME"), name="s").plot(legend=True)',
    )

    expect(chart).toMatchObject({
      type: 'line',
      x_scale: 'datetime',
      elements: [
        {
          label: 's',
          points: [
            ['2024-01-01T00:00:00', 1],
            ['2024-02-01T00:00:00', 2],
          ],
        },
      ],
    })
  })

  it('has time zones', async () => {
    const chart = await chartOf(
      'plt.plot(pd.date_range("2024-01-01 12:00", periods=2, tz="Europe/Berlin"), [1, 2])',
    )

    expect(chart?.elements).toMatchObject([{ points: [['2024-01-01T12:00:00+01:00', 1], {}] }])
  })

  it('has categories by name', async () => {
    const chart = await chartOf('plt.plot(["low", "high"], [1, 2])')

    expect(chart).toMatchObject({
      x_scale: 'categorical',
      x_ticks: [0, 1],
      x_tick_labels: ['low', 'high'],
      elements: [
        {
          points: [
            ['low', 1],
            ['high', 2],
          ],
        },
      ],
    })
  })

  it('leaves out guides and error bars', async () => {
    const chart = await chartOf(py`
      plt.errorbar([1, 2], [3, 4], yerr=[1, 1], label='measured', capsize=3)
      plt.axhline(2); plt.axvline(1); plt.axline((0, 0), (1, 1)); plt.grid()
    `)

    expect(chart).toMatchObject({
      type: 'line',
      elements: [
        {
          label: 'measured',
          points: [
            [1, 3],
            [2, 4],
          ],
        },
      ],
    })
    expect(chart?.elements).toHaveLength(1)
  })

  it('is bounded, evenly over the line', async () => {
    const chart = await chartOf('plt.plot(range(1_000_000))')

    expect(chart?.elements).toMatchObject([
      {
        total_points: 1_000_000,
        points: expect.arrayContaining([
          [0, 0],
          [200, 200],
          [999_800, 999_800],
        ]),
      },
    ])
    expect(JSON.stringify(chart).length).toBeLessThan(200_000)
  })
})

describe('the data of a scatter chart', () => {
  it('is its points', async () => {
    const chart = await chartOf('plt.scatter([1, 2], [3, 4], label="a"); plt.scatter([5], [6])')

    expect(chart).toMatchObject({
      type: 'scatter',
      elements: [
        {
          label: 'a',
          points: [
            [1, 3],
            [2, 4],
          ],
        },
        { label: 'Points 1', points: [[5, 6]] },
      ],
    })
  })

  it('is its points and the line through them', async () => {
    const chart = await chartOf(
      'plt.scatter([1, 2], [3, 4]); plt.plot([1, 2], [3, 4], label="fit")',
    )

    expect(chart).toMatchObject({
      type: 'scatter',
      elements: [{ label: 'Points 0' }, { label: 'fit' }],
    })
  })

  it('has dates and categories', async () => {
    const chart = await chartOf('plt.scatter(pd.to_datetime(["2024-05-01"]), ["north"])')

    expect(chart?.elements).toMatchObject([{ points: [['2024-05-01T00:00:00', 'north']] }])
  })
})
